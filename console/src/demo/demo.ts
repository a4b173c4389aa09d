/** Walks through the story, one sentence at a time. */
const steps = [...document.querySelectorAll<HTMLElement>('#story li')];
const back = document.querySelector<HTMLButtonElement>('#back');
const next = document.querySelector<HTMLButtonElement>('#next');
const step = document.querySelector<HTMLElement>('#step');
let at = 0;

function show(): void {
  steps.forEach((item, index) => {
    item.hidden = index !== at;
  });
  if (step) step.textContent = `${at + 1} / ${steps.length}`;
  if (back) back.disabled = at === 0;
  if (next) next.disabled = at === steps.length - 1;
}

function go(by: number): void {
  at = Math.min(steps.length - 1, Math.max(0, at + by));
  show();
}

back?.addEventListener('click', () => go(-1));
next?.addEventListener('click', () => go(1));
document.querySelector('#reload')?.addEventListener('click', () => {
  document.querySelector<HTMLIFrameElement>('#shop')?.contentWindow?.location.reload();
});
show();
