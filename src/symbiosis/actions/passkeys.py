"""Passkeys: added after signing in, used instead of the password where the connection lets a browser do so.

WebAuthn level 2 by a kept library; no attestation is asked for, so nothing is learned about the device.
"""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.models import User
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AttestationConveyancePreference,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from symbiosis.actions.people import today
from symbiosis.errors import Refusal
from symbiosis.store.models import Passkey


def begin_adding(account: User, host: str) -> tuple[dict[str, Any], str]:
    """What the browser is to be asked for, and the challenge to remember for its answer."""
    options = generate_registration_options(
        rp_id=host,
        rp_name="Symbiosis",
        user_id=f"symbiosis-{account.pk}".encode(),
        user_name=account.username,
        attestation=AttestationConveyancePreference.NONE,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(each.credential))
            for each in Passkey.objects.filter(account=account)
        ],
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def add(account: User, answer: dict[str, Any], challenge: str, host: str, origin: str, *, at: int) -> None:
    """Keep the key that a device made. Raises `Refusal` PasskeyRefused."""
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=host,
            expected_origin=origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise Refusal("PasskeyRefused", "") from error
    Passkey.objects.create(
        account=account,
        credential=bytes_to_base64url(made.credential_id),
        public_key=made.credential_public_key,
        uses=made.sign_count,
        since=today(at),
    )


def begin_using(host: str) -> tuple[dict[str, Any], str]:
    """What the browser is to sign, and the challenge to remember; it names nobody."""
    options = generate_authentication_options(
        rp_id=host, user_verification=UserVerificationRequirement.REQUIRED
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def use(answer: dict[str, Any], challenge: str, host: str, origin: str) -> User:
    """The account whose device signed the challenge. Raises `Refusal` PasskeyRefused."""
    key = Passkey.objects.select_related("account").filter(credential=str(answer.get("id", ""))).first()
    if key is None:
        raise Refusal("PasskeyRefused", "")
    try:
        done = verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=host,
            expected_origin=origin,
            credential_public_key=bytes(key.public_key),
            credential_current_sign_count=key.uses,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise Refusal("PasskeyRefused", "") from error
    key.uses = done.new_sign_count
    key.save()
    account: User = key.account
    return account


def forget(account: User, pk: int) -> None:
    """Take away one of one's own passkeys."""
    Passkey.objects.filter(account=account, pk=pk).delete()


def passkeys_of(account: User) -> list[Passkey]:
    """One's own passkeys, newest first."""
    return list(Passkey.objects.filter(account=account).order_by("-since", "-pk"))
