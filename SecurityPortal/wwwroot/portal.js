// What a page gains with a script; every page works without it.
(() => {
    'use strict';
    const root = document.documentElement;
    root.classList.add('js');

    const year = 31536000;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    const remember = (name, value) => { document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`; };
    const remembered = name => document.cookie.split('; ').find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1);

    // The server writes dates in the zone of this cookie; on the first page it did not know it yet.
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const zoneIsNews = zone && remembered('tz') !== zone;
    if (zoneIsNews) remember('tz', zone);

    const exact = instant => {
        const language = root.lang === 'en' ? 'en-GB' : root.lang;
        const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
        const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
        return `${date.format(instant)}, ${time.format(instant)}`;
    };
    if (zoneIsNews && 'static' in root.dataset)
        for (const time of document.querySelectorAll('time[datetime][data-style="exact"]'))
            time.textContent = exact(new Date(time.dateTime));

    // The countdown runs by the server's clock: what counts is the way from data-now to data-countdown. Only the text of a
    // label is changed, never its node, because in a circuit the node belongs to the framework.
    const counting = new WeakMap();
    const labelOf = button => [...button.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const countdown = button => {
        const key = `${button.dataset.now} ${button.dataset.countdown}`;
        if (counting.get(button)?.key !== key)
            counting.set(button, {
                key,
                until: performance.now() + Date.parse(button.dataset.countdown) - Date.parse(button.dataset.now),
                text: counting.get(button)?.text ?? labelOf(button)?.data,
            });
        const { until, text } = counting.get(button);
        const left = Math.ceil((until - performance.now()) / 1000);
        const label = labelOf(button);
        const words = left > 0 ? `${text} (${left} s)` : text;
        const isOff = left > 0 || 'off' in button.dataset;
        if (button.disabled !== isOff) button.disabled = isOff;
        if (label && label.data !== words) label.data = words;
    };
    const countAll = () => document.querySelectorAll('[data-countdown]').forEach(countdown);
    countAll();
    setInterval(countAll, 250);

    // What was typed on a page in a circuit would go with its circuit. It is kept in this tab while its form is on the page:
    // gone from it the step is passed, or left. Only fields that say so are kept, never a password or a code.
    const kept = 'kept ';
    const keyOf = field => `${kept}${location.pathname} ${field.dataset.keep}`;
    const keep = ({ target }) => {
        if (!target.dataset?.keep) return;
        if (target.type !== 'radio') sessionStorage.setItem(keyOf(target), target.value);
        else for (const choice of document.getElementsByName(target.name)) sessionStorage.setItem(keyOf(choice), choice.checked);
    };
    const given = new WeakSet();
    const giveBack = field => {
        // Off: the circuit is not there yet.
        if (given.has(field) || field.matches(':disabled')) return;
        given.add(field);
        const typed = sessionStorage.getItem(keyOf(field));
        if (field.type === 'radio') {
            if (typed === 'true' && !field.checked) field.click();
        } else if (typed !== null && typed !== field.value) {
            field.value = typed;
            field.dispatchEvent(new Event('change', { bubbles: true }));
        }
    };
    const forget = () => Object.keys(sessionStorage).filter(key => key.startsWith(kept)).forEach(key => sessionStorage.removeItem(key));
    const isDrawn = () => 'static' in root.dataset || document.querySelector('[data-interactive="1"]') && document.querySelector('main h1');
    const giveBackOrForget = () => {
        // Behind a step-up a form is hidden, but not passed.
        const fields = [...document.querySelectorAll('[data-keep]')].filter(field => !field.closest('[hidden]:not(.behind)'));
        if (fields.length > 0) fields.forEach(giveBack);
        else if (isDrawn()) forget();
    };
    document.addEventListener('input', keep);
    document.addEventListener('change', keep);
    giveBackOrForget();
    new MutationObserver(giveBackOrForget).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'data-interactive'] });

    // Pressed again while it says so, the button still knows what it is called.
    const copied = new WeakMap();
    const copy = async button => {
        await navigator.clipboard.writeText(button.dataset.copy);
        const label = labelOf(button);
        const { text, timer } = copied.get(button) ?? { text: label.data };
        clearTimeout(timer);
        label.data = button.dataset.copied ?? '✓';
        const back = () => {
            label.data = text;
            copied.delete(button);
        };
        copied.set(button, { text, timer: setTimeout(back, 2000) });
    };

    // What becomes of a code that was sent: a page that shows it asks every second while somebody looks, and puts in place
    // only the parts that say something else now, never the field beside them. It stops where nothing will change.
    const partsOf = within => within.querySelectorAll('[data-live-part]');
    const follow = async live => {
        const answer = await fetch(live.dataset.live, { redirect: 'manual' });
        // Over, signed out or led elsewhere; anything else may pass.
        if (answer.status === 204 || answer.status === 401 || answer.type === 'opaqueredirect') return false;
        if (answer.status !== 200) return true;
        const news = new DOMParser().parseFromString(await answer.text(), 'text/html');
        for (const part of partsOf(news)) {
            const shown = document.querySelector(`[data-live-part="${part.dataset.livePart}"]`);
            if (shown && shown.innerHTML.trim() !== part.innerHTML.trim()) shown.innerHTML = part.innerHTML;
        }
        return !news.querySelector('[data-end]');
    };
    const followOn = async live => {
        // A line that fails for a moment is no reason to stop.
        const goesOn = document.hidden || await follow(live).catch(() => true);
        if (goesOn) setTimeout(followOn, 900, live);
    };
    const live = document.querySelector('[data-live]:not([data-live=""])');
    if (live && !live.querySelector('[data-end]')) setTimeout(followOn, 400, live);

    const otherTheme = () => {
        const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        root.dataset.theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
        remember('theme', root.dataset.theme);
    };

    // A password shown for a look is hidden again before it is sent, so that no browser keeps it as a text.
    const reveal = button => {
        const field = document.getElementById(button.dataset.reveal);
        const isShown = field.type === 'text';
        field.type = isShown ? 'password' : 'text';
        [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
        field.form.addEventListener('submit', () => { field.type = 'password'; }, { once: true });
    };

    document.addEventListener('click', event => {
        const button = event.target.closest('[data-copy], [data-reveal], [data-theme-toggle]');
        if (!button) return;
        if ('themeToggle' in button.dataset) otherTheme();
        else if ('reveal' in button.dataset) reveal(button);
        else void copy(button);
    });
})();
