"""Second opinions: our counts held against other people's programs and official tabulations."""
