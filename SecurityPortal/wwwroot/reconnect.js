// A lost connection loses nothing: what was done lies in the store, and a reload comes back to the same step.
// It is tried again soon and often: whoever waits before a page waits for seconds, not for half a minute.
const tries = 60;
const pause = 5000;
void Blazor.start({ circuit: { reconnectionOptions: { maxRetries: tries, retryIntervalMilliseconds: tried => (tried >= tries ? null : Math.min(tried * 1000, pause)) } } });

const modal = document.getElementById('components-reconnect-modal');

const show = () => { if (!modal.open) modal.showModal(); };
const retry = async () => {
    try {
        // false: the server is there but no longer knows this page.
        if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
        else modal.close();
    } catch {
        show();
    }
};

modal.addEventListener('components-reconnect-state-changed', ({ detail }) => {
    if (detail.state === 'show' || detail.state === 'paused') show();
    else if (detail.state === 'hide') modal.close();
    else if (detail.state === 'failed') document.addEventListener('visibilitychange', whenSeen);
    else if (detail.state === 'rejected') location.reload();
});

const whenSeen = () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', whenSeen);
    void retry();
};

document.getElementById('components-reconnect-button').addEventListener('click', retry);
document.getElementById('components-resume-button').addEventListener('click', async () => {
    try {
        if (await Blazor.resumeCircuit()) modal.close();
        else location.reload();
    } catch {
        location.reload();
    }
});
