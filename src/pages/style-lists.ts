/** The look of lists: the opener, the cards, topics, the partners' strip, empty and error pages. */

/**
 * On phones a card is a row with a small picture beside its title; from 40rem on it is a column of
 * a grid. Its link covers the whole card, so that a thumb need not aim.
 */
export const LIST_STYLE = `
.page-head,.band,.empty,.message,.next{padding:0 var(--edge)}
.page-head{padding-top:2rem}
.page-head h1{font:700 clamp(1.75rem,1.4rem + 1.6vw,2.5rem)/1.3 var(--serif)}
.page-head .tagline{max-width:38rem;font-size:clamp(1.375rem,1.2rem + .9vw,1.75rem);font-weight:600;line-height:1.45}
.page-head p{max-width:40rem;margin-top:.35rem;color:var(--soft)}
.band{margin-top:2.5rem}
.band>h2{margin-bottom:.25rem;padding-bottom:.4rem;border-bottom:2px solid var(--ink);font-size:1.125rem}
main>:last-child{margin-bottom:4rem}
.cards{list-style:none}
.card{position:relative;display:flow-root;padding:1.15rem 0;border-bottom:1px solid var(--line)}
.card img{float:right;width:6.5rem;aspect-ratio:1;margin:.3rem 0 .5rem 1rem;object-fit:cover;border-radius:4px;background:var(--tint)}
.card :is(h2,h3){font:600 1.125rem/1.45 var(--serif)}
.card a{color:var(--ink);text-decoration:none}
.card a::after{content:'';position:absolute;inset:0}
.card:hover a{text-decoration:underline}
.card a:focus-visible{outline:0}
.card:has(a:focus-visible){outline:3px solid var(--accent);outline-offset:3px}
.card .facts{margin:.3rem 0}
.card .badge{margin-right:.6em}
.card p:last-child:not(.facts){display:flow-root;color:var(--soft);font-size:.9375rem;line-height:1.6}
.opener img{float:none;width:100%;aspect-ratio:16/9;margin:0 0 .9rem}
.opener :is(h2,h3){font-size:clamp(1.5rem,1.2rem + 1.5vw,2.125rem);line-height:1.35}
.chips ul,.strip{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem;list-style:none}
.chips a{display:block;padding:.35rem .9rem;border:1px solid var(--line);border-radius:2rem;font-size:.9375rem;text-decoration:none}
.chips a:hover{border-color:var(--accent)}
.strip a{display:flex;align-items:center;min-height:3rem;padding:.3rem 1.1rem;border-radius:4px;background:var(--tint);color:var(--ink);font-weight:600;text-decoration:none}
.strip a:hover{color:var(--accent);text-decoration:underline}
.next{margin-top:2rem}
.next a{display:inline-flex;align-items:center;min-height:2.75rem;padding:.3rem 1.4rem;border:1px solid var(--accent);border-radius:4px;font-weight:600;text-decoration:none}
.search{display:grid;grid-template-columns:1fr auto;gap:.4rem .6rem;max-width:36rem;margin-top:1.25rem}
.search label{grid-column:1/-1}
.empty,.message{margin-top:2.5rem}
:is(.empty,.message)>*{max-width:36rem}
:is(.empty,.message)>*+*{margin-top:.75rem}
.message h1{font:700 clamp(1.75rem,1.4rem + 1.6vw,2.5rem)/1.3 var(--serif)}
@media (min-width:40rem){
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:0 2rem}
.card:not(.opener) img{float:none;width:100%;aspect-ratio:16/9;margin:0 0 .8rem}
.card:not(:has(img)) :is(h2,h3){font-size:1.375rem}
.opener{grid-column:1/-1}
.opener img{float:left;width:55%;margin:0 2rem 0 0}
}
`
