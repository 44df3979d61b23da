"""`python -m symbiosis` is the command `symbiosis`."""

from symbiosis.node.main import main

main()
