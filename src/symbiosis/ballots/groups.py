"""The two groups in which ballots are made, pinned by name: nobody's file may bring its own.

A group is the set of numbers x below a prime p with x^q = 1. Whoever could choose p, q and g for an election could
choose them so that ballots open; so an election names a group, and its numbers stand here. Source: Belenios
specification 2.0, section 5; RFC 3526, group 14.

Two ways of raising to a power: `Powers` has a table, is fast, and its time tells about the exponent, so it is for
exponents that everyone may know (whoever verifies). `SecretPowers` is gmpy2's `powmod_sec`, whose time depends on
the lengths of its operands only, and is for exponents that are secrets (keys of trustees, randomness of a ballot).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from gmpy2 import jacobi, mpz, powmod, powmod_sec

Draw = Callable[[int], int]
"""Gives a number from 0 up to but not including its argument, each as likely: `secrets.randbelow`, or a test's own."""


@dataclass(frozen=True)
class Group:
    """A set of numbers in which powers are easy and logarithms are not.

    `p` is the modulus, `q` the (prime) number of elements, `g` a generator, `cofactor` is (p - 1) / q. `padding` and
    `bits_per_int` say how a list of small numbers becomes one element (specification, 4.11.2); 0 where the group is
    not for that.
    """

    name: str
    p: mpz
    q: mpz
    g: mpz
    cofactor: mpz
    padding: int = 0
    bits_per_int: int = 0

    def contains(self, x: mpz) -> bool:
        """Tell whether x is an element: exactly, and for a public x only (the time depends on x)."""
        if not 0 < x < self.p:
            return False
        if self.cofactor == 2:
            # The elements are the squares (p is a safe prime), and the Jacobi symbol tells them 300 times faster.
            return jacobi(x, self.p) == 1
        return powmod(x, self.q, self.p) == 1

    def exponent(self, draw: Draw) -> mpz:
        """A secret exponent."""
        return mpz(draw(int(self.q)))


class Base(Protocol):
    """A fixed element that is raised to many powers."""

    group: Group
    base: mpz

    def of(self, exponent: mpz) -> mpz:
        """The power; exponents are taken modulo q."""
        ...


class SecretPowers:
    """Powers of one element whose time does not tell the exponent.

    Exponents are brought to one length (q is added to them), since the length of an exponent shows in the time.
    """

    def __init__(self, group: Group, base: mpz) -> None:
        self.group = group
        self.base = base
        self._shift = group.q.bit_length()

    def of(self, exponent: mpz) -> mpz:
        exponent = exponent % self.group.q + self.group.q
        if exponent.bit_length() == self._shift:
            exponent = exponent + self.group.q
        return powmod_sec(self.base, exponent, self.group.p)


class Powers:
    """Powers of one element from a table, for public exponents: about 8 times faster, and its time tells them.

    `window` is the number of bits of the exponent that one row of the table answers; a row has 2^window elements.
    """

    def __init__(self, group: Group, base: mpz, window: int = 8) -> None:
        self.group = group
        self.base = base
        self.window = window
        self._mask = (1 << window) - 1
        self._rows: list[list[mpz]] = []
        for _ in range(-(-group.q.bit_length() // window)):
            row = [mpz(1)]
            for _ in range((1 << window) - 1):
                row.append(row[-1] * base % group.p)
            self._rows.append(row)
            base = row[-1] * base % group.p

    def of(self, exponent: mpz) -> mpz:
        p = self.group.p
        left = int(exponent % self.group.q)
        window, mask = self.window, self._mask
        product = self._rows[0][left & mask]
        for row in self._rows[1:]:
            left >>= window
            product = product * row[left & mask] % p
        return product


MAX_WINDOW: Final = 10
"""Two bits more would save a seventh of the multiplications for four times the memory (8 or 63 MB a table)."""


def best_window(group: Group, powers: int) -> int:
    """The width of a table that takes the fewest multiplications for so many powers, those that fill it included."""
    bits = group.q.bit_length()
    return min(range(2, MAX_WINDOW + 1), key=lambda width: -(-bits // width) * ((1 << width) + powers))


BELENIOS_2048: Final = Group(
    name="BELENIOS-2048",
    p=mpz(
        "206947856914225464010136436575050080649229892957511040971008847870573742192427174019222372"
        "544976843381290666331380789584049600543896362897963930387739057228036059737494276713767776"
        "188985898727358650490811670993105358677809800307904916540637771737641986785272734744763418"
        "356000356983051931442845617019110007867373073335641239717328979132404745788344682606523279"
        "746479511376726586935821800463179220736688600526271863633860887968821207694323661494910029"
        "234443463732221458841005864210502421203654335612013204811188524087310770141516662001623131"
        "77169372189248078507711827842317498073276598828825169183103125680162072880719"
    ),
    q=mpz(78571733251071885079927659812671450121821421258408794611510081919805623223441),
    g=mpz(
        "240235267750185220922768770353239993271228765737836491651007531878766327414635321932028567"
        "615526967879969466829874938909508389657342560190060106847716449173547413728310461045868131"
        "451178164675540052740288984613986453266121505579709716201616827031288643245666383486363578"
        "210615491841998253431518974065818686865115135857641013888221539601604322884360393098933366"
        "277284840659313840601023167509576377798266510360682240663507669776402534625377308513317349"
        "519424896775405257365904949247763147599157519877517771148149092045660020547812705472823814"
        "0972518639858334115700568353695553423781475582491896050296680037745308460627"
    ),
    cofactor=mpz(
        "263387160180028555419097292364804521719317741547214582909581142653063919559263036400911938"
        "367004835201541910428021961591308763896405048635883961004726864498060910622670134031896273"
        "124054156603824221431421224900482820278728993836832806469250909054032649685343385593786593"
        "981264435221161785933751484940757815384508365434453014269625176841300684893990527849812271"
        "729678220061548791645453781168681085756313274558243399381984094948513844716087594870669539"
        "427856556934435801187273956319683188842085076087989960283794779579721360225850602945343598"
    ),
)
"""A prime of 2048 bits with a subgroup of 256 bits: short exponents, for questions whose answers are added up."""

RFC_3526_2048: Final = Group(
    name="RFC-3526-2048",
    p=mpz(
        "323170060713110073003389139264238282488179412411402391128420097514007417066343542226196894"
        "173635693471179017379097041917546058732091950288537589861856221532121754125149017745202702"
        "357960782362488842461894775876411059286460994117232454266225221932305409190376805242355191"
        "256797158701170010580558776510388618472802579760549035697325615261670813393617995413364765"
        "591603683178967290731783845896806396719009772021941686472258710314113364293195361934716365"
        "332097170774482279885885653692086452966360772502689555059283627511211740969729980684105543"
        "59584866583291642136218231078990999448652468262416972035911852507045361090559"
    ),
    q=mpz(
        "161585030356555036501694569632119141244089706205701195564210048757003708533171771113098447"
        "086817846735589508689548520958773029366045975144268794930928110766060877062574508872601351"
        "178980391181244421230947387938205529643230497058616227133112610966152704595188402621177595"
        "628398579350585005290279388255194309236401289880274517848662807630835406696808997706682382"
        "795801841589483645365891922948403198359504886010970843236129355157056682146597680967358182"
        "666048585387241139942942826846043226483180386251344777529641813755605870484864990342052771"
        "79792433291645821068109115539495499724326234131208486017955926253522680545279"
    ),
    g=mpz(2),
    cofactor=mpz(2),
    padding=8,
    bits_per_int=8,
)
"""A safe prime, of which half of all numbers are elements: a list of numbers can be written as one of them."""

GROUPS: Final = {group.name: group for group in (BELENIOS_2048, RFC_3526_2048)}
"""All groups that an election may name."""
