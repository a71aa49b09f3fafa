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

    // The countdown runs by the server's clock: what counts is the way from data-now to data-countdown.
    for (const button of document.querySelectorAll('[data-countdown]')) {
        const label = button.querySelector('[data-label]') ?? button;
        const text = label.textContent;
        const template = button.dataset.countdownText ?? `${text} ({0})`;
        const start = Date.parse(button.dataset.now) || Date.now();
        const wait = Date.parse(button.dataset.countdown) - start;
        const began = performance.now();
        const tick = () => {
            const left = Math.ceil((wait - (performance.now() - began)) / 1000);
            button.disabled = left > 0;
            label.textContent = left > 0 ? template.replace('{0}', `${left} s`) : text;
            if (left > 0) setTimeout(tick, 250);
        };
        tick();
    }

    const copy = async button => {
        const from = button.dataset.copyFrom;
        await navigator.clipboard.writeText(from ? document.querySelector(from).innerText : button.dataset.copy);
        const label = button.querySelector('[data-label]') ?? button;
        const text = label.textContent;
        label.textContent = button.dataset.copied ?? '✓';
        setTimeout(() => { label.textContent = text; }, 2000);
    };

    const otherTheme = () => {
        const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        root.dataset.theme = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
        remember('theme', root.dataset.theme);
    };

    document.addEventListener('click', event => {
        const button = event.target.closest('[data-copy], [data-copy-from], [data-theme-toggle], [data-print]');
        if (!button) return;
        if ('themeToggle' in button.dataset) otherTheme();
        else if ('print' in button.dataset) print();
        else void copy(button);
    });
})();
