/** The look that every page shares: colours, letters, links, masthead, footer, forms. */

/**
 * Vietnamese stacks two marks on a vowel and hangs a dot below it. The faces named here were drawn
 * with those letters, so none is borrowed from another face in the middle of a word; lines are set
 * wide enough that marks never meet, and underlines keep clear of the dot.
 */
export const BASE_STYLE = `
:root{
color-scheme:light dark;
--paper:#fcfdfb;--ink:#1a2023;--soft:#566166;--line:#dbe1dd;--tint:#eff4f0;
--accent:#0b6856;--on-accent:#fff;--alert:#a8321a;
--serif:ui-serif,'Noto Serif',Cambria,Georgia,serif;
--sans:-apple-system,'Segoe UI',Roboto,'Noto Sans',system-ui,sans-serif;
--edge:max(1.25rem,calc((100vw - 72rem)/2))
}
@media (prefers-color-scheme:dark){:root{
--paper:#14191a;--ink:#e4e8e4;--soft:#a2adae;--line:#2f3839;--tint:#1d2425;
--accent:#74d3b9;--on-accent:#0c1f1a;--alert:#ff9d80
}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 var(--sans);overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{line-height:1.35;margin:0;text-wrap:balance;overflow-wrap:anywhere}
p,ul,ol,figure{margin:0;padding:0}
img{display:block;max-width:100%;height:auto}
a{color:var(--accent);text-underline-offset:.25em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:1rem;top:-6rem;z-index:2;padding:.6rem 1rem;background:var(--accent);color:var(--on-accent)}
.skip:focus{top:.5rem}
.masthead{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 .5rem;
padding:.4rem var(--edge);border-top:4px solid var(--accent);border-bottom:1px solid var(--line)}
.wordmark{display:flex;align-items:center;gap:.5rem;min-height:2.75rem;font-weight:700;font-size:1.125rem;color:var(--ink);text-decoration:none}
.wordmark path{fill:none;stroke:var(--accent);stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
.masthead nav{display:flex;flex-wrap:wrap;align-items:center;gap:0 clamp(.8rem,2vw,1.5rem);font-size:.9375rem}
.masthead nav a{display:flex;align-items:center;min-height:2.75rem;color:var(--ink);text-decoration:none}
.masthead nav a:hover{color:var(--accent);text-decoration:underline}
.badge{display:inline-block;padding:.1em .6em;border-radius:3px;background:var(--accent);color:var(--on-accent);font-size:.8125rem;font-weight:600;line-height:1.6}
.facts{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}
.colophon{padding:1.75rem var(--edge) 3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
label{display:block;font-weight:600;font-size:.9375rem}
input,select{width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:4px;background:var(--paper);color:var(--ink);font:inherit}
button{min-height:2.75rem;padding:.4rem 1.1rem;border:1px solid var(--accent);border-radius:4px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button:hover{filter:brightness(1.08)}
::placeholder{color:var(--soft);opacity:1}
`
