// Passkeys: a plain page has one form for them, with the id "passkey"; a page in a circuit imports what it needs.
const names = {
    AbortError: 'cancelled', InvalidStateError: 'there', NotAllowedError: 'cancelled', NotSupportedError: 'unsupported',
    SecurityError: 'address', TimeoutError: 'cancelled',
};

export const isAvailable = () =>
    isSecureContext && 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

// Whatever went wrong is said in a word, for the page to put in its own language.
const reply = async asking => {
    if (!isAvailable()) return { fault: 'unsupported' };
    try {
        return { answer: JSON.stringify(await asking()) };
    } catch (error) {
        return { fault: names[error?.name] ?? 'failed' };
    }
};

// A browser asks for one passkey at a time: what waits in a field's list gives way to a button.
let waiting = null;
const giveWay = () => {
    waiting?.abort();
    waiting = null;
};

export const make = options => reply(() => {
    giveWay();
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) });
});

const requestOf = (options, credential) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
    const only = publicKey.allowCredentials?.filter(({ id }) => toBase64Url(id) === credential) ?? [];
    return only.length > 0 ? { ...publicKey, allowCredentials: only } : publicKey;
};
const toBase64Url = bytes =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

// With the one that was chosen, or with any of those that the options allow.
export const prove = (options, credential) => reply(() => {
    giveWay();
    return navigator.credentials.get({ publicKey: requestOf(options, credential) });
});

const form = document.getElementById('passkey');
if (form) {
    const buttons = document.querySelectorAll('[data-passkey]');
    const fault = form.querySelector('[data-fault]');
    const ask = async () => {
        const answer = await fetch(form.dataset.ask, { redirect: 'manual', cache: 'no-store' });
        if (answer.status >= 500) throw new Error(`asked in vain: ${answer.status}`);
        return answer.status === 200 ? answer.json() : null;
    };
    const send = (token, answer) => {
        form.elements.token.value = token;
        form.elements.answer.value = answer;
        form.submit();
    };
    const say = why => {
        fault.textContent = fault.dataset[why] ?? fault.dataset.failed;
        fault.hidden = false;
    };
    const press = async button => {
        buttons.forEach(one => { one.disabled = true; });
        fault.hidden = true;
        try {
            const asked = await ask();
            // The session has ended: the server says the rest. Only a button may do this, or a page would load for ever.
            if (!asked) return location.reload();
            const given = await prove(asked.options, button.dataset.passkey);
            if (given.answer) return send(asked.token, given.answer);
            say(given.fault);
        } catch {
            say('failed');
        }
        buttons.forEach(one => { one.disabled = false; });
    };

    // The field's own list of names offers passkeys too, where the browser can; asked anew before the asking is too old.
    const offer = async () => {
        const asked = await ask().catch(() => null);
        // The name is typed, then.
        if (!asked) return;
        waiting = new AbortController();
        const { signal } = waiting;
        const again = setTimeout(() => { giveWay(); void offer(); }, 8 * 60 * 1000);
        signal.addEventListener('abort', () => clearTimeout(again));
        try {
            const given = await navigator.credentials.get({ publicKey: requestOf(asked.options), mediation: 'conditional', signal });
            send(asked.token, JSON.stringify(given));
        } catch {
            // Nothing was chosen: the page is as it was.
        }
    };

    form.hidden = false;
    if (!isAvailable()) {
        if (buttons.length > 0 && !('autofill' in form.dataset)) say('unsupported');
        buttons.forEach(one => { one.disabled = true; });
        if ('autofill' in form.dataset) form.hidden = true;
    } else {
        buttons.forEach(one => {
            one.disabled = false;
            one.addEventListener('click', () => void press(one));
        });
        if ('autofill' in form.dataset && await PublicKeyCredential.isConditionalMediationAvailable?.()) void offer();
    }
}
