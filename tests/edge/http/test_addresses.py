"""Every range of the special-purpose registries is refused, and so is what hides an IPv4 address in IPv6."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.edge.http.addresses import SPECIAL, is_allowed, parse_networks


@pytest.mark.parametrize("network", SPECIAL, ids=str)
def test_both_ends_of_each_range_are_refused(network: object) -> None:
    known = ip_network(str(network))
    for address in (known[0], known[-1]):
        assert not is_allowed(str(address), ())
        assert is_allowed(str(address), (ip_network("0.0.0.0/0"), ip_network("::/0")))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "100.63.255.255", "2606:4700::1111", "2a00::1"]
)
def test_public_addresses_pass(address: str) -> None:
    assert is_allowed(address, ())


@pytest.mark.parametrize(
    "address",
    [
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "fe80::1%eth0",
        "::1",
        "::127.0.0.1",
        "169.254.169.254",
        "fd00:ec2::254",
    ],
)
def test_disguises_are_refused(address: str) -> None:
    assert not is_allowed(address, ())


def test_an_allowed_nat64_still_refuses_private_addresses_behind_it() -> None:
    allowed = parse_networks("64:ff9b::/96")
    assert is_allowed("64:ff9b::808:808", allowed)
    assert not is_allowed("64:ff9b::7f00:1", allowed)
    assert is_allowed("64:ff9b::7f00:1", parse_networks("64:ff9b::/96, 127.0.0.0/8"))


def test_only_what_is_allowed_passes() -> None:
    allowed = parse_networks("10.1.0.0/16,fd00::/8")
    assert is_allowed("10.1.2.3", allowed)
    assert is_allowed("fd12::1", allowed)
    assert not is_allowed("10.2.0.1", allowed)
    assert not is_allowed("127.0.0.1", allowed)


@given(address=st.ip_addresses())
def test_nothing_that_python_holds_to_be_private_passes(address: object) -> None:

    known = ip_address(str(address))
    if not known.is_global or known.is_multicast or known.is_reserved:
        assert not is_allowed(str(address), ())


def test_a_network_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"10\.0\.0\.1/8"):
        parse_networks("10.0.0.1/8")
