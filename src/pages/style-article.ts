/** The look of an article: a measure of about 65 letters, the contents beside it where there is room. */

export const ARTICLE_STYLE = `
.reading{padding:1.5rem var(--edge) 0}
.reading>*{max-width:42rem;margin:0 auto}
.reading h1{margin:.6rem 0 .9rem;font:700 clamp(1.75rem,1.35rem + 1.9vw,2.625rem)/1.32 var(--serif)}
header>.facts{display:grid;gap:.3rem;padding-bottom:1rem;border-bottom:1px solid var(--line);font-size:.9375rem}
.origin{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.1rem;font-size:1rem}
.origin a{padding:.3rem 0}
.from{color:var(--ink);font-weight:700;text-decoration:none}
.from:hover{text-decoration:underline}
.lead{margin-top:1.25rem;font:1.3125rem/1.65 var(--serif)}
.cover{margin-top:1.5rem}
.cover img,.body img{border-radius:4px;background:var(--tint)}
.cover .unsized{width:100%;aspect-ratio:16/9;object-fit:cover}
.reading>.body{margin-top:1.5rem}
.body{font:1.125rem/1.8 var(--serif)}
.body>*+*,.body li+li{margin-top:1.1em}
.body li+li{margin-top:.4em}
.body :is(h2,h3,h4,h5,h6){margin-top:1.9em;font-family:var(--sans);line-height:1.4;scroll-margin-top:1rem}
.body :is(h2,h3,h4,h5,h6)+*{margin-top:.55em}
.body h2{font-size:1.4375rem}
.body h3{font-size:1.1875rem}
.body :is(h4,h5,h6){font-size:1.0625rem}
.marker{color:var(--accent)}
.body :is(ul,ol){padding-left:1.4em}
.body :is(blockquote,dl,pre){margin:1.1em 0 0}
.body blockquote{padding-left:1.1rem;border-left:3px solid var(--accent);font-style:italic}
.body :is(video,audio),.embed a{display:block;width:100%}
.embed a{position:relative}
.embed a:has(img)::after{content:'▶'/'';position:absolute;inset:0;display:grid;place-items:center;color:#fff;font-size:2.5rem;text-shadow:0 0 1rem #000}
.embed img{width:100%;aspect-ratio:16/9;object-fit:cover}
.body figcaption{margin-top:.5rem;color:var(--soft);font:.875rem/1.55 var(--sans)}
.body pre,.scroll{overflow-x:auto}
.body pre{padding:1rem;border-radius:4px;background:var(--tint);font-size:.9375rem;line-height:1.6}
.body table{border-collapse:collapse;font:.9375rem/1.5 var(--sans)}
.body :is(th,td){min-width:7rem;padding:.5rem .75rem;border:1px solid var(--line);text-align:left;vertical-align:top}
.body th{background:var(--tint)}
.body hr{border:0;border-top:1px solid var(--line)}
.reading>footer>*{margin-top:2rem}
.also h2{font-size:1rem}
.also li{list-style:none}
.contents{margin-top:1.5rem;border:1px solid var(--line);border-radius:4px;background:var(--tint);font-size:.9375rem;line-height:1.5}
.contents summary{padding:.65rem 1rem;font-weight:600;cursor:pointer}
.contents>ol{padding:0 1rem .8rem}
.contents ol{list-style:none}
.contents ol ol{padding-left:1rem}
.contents a{display:block;padding:.3rem 0;color:var(--ink);text-decoration:none}
.contents ol ol a{color:var(--soft)}
.contents a:hover{color:var(--accent);text-decoration:underline}
@media (min-width:40rem){.reading~.band .cards{grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr))}.reading{padding-top:2.5rem}.body{font-size:1.1875rem}}
@media (min-width:64rem){
.reading{display:grid;grid-template-columns:minmax(12rem,1fr) minmax(0,42rem) minmax(0,1fr);gap:0 2.5rem}
.reading>*{grid-column:2;width:100%}
.reading>nav{grid-area:1/1/9;position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}
.contents{margin:0;border:0;background:none}
.contents summary{padding:.2rem 0 .6rem;border-bottom:2px solid var(--ink)}
.contents>ol{padding:.5rem 0}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#333;--accent:#000;--edge:0}
.masthead nav,.contents,.skip,.band,.chips,.next{display:none}
.reading{display:block;padding:0}
.reading>*{max-width:none}
body,.body{font-size:11pt}
.body :is(h2,h3){break-after:avoid}
.body :is(figure,tr,blockquote){break-inside:avoid}
.original::after{content:' (' attr(href) ')';overflow-wrap:anywhere}
}
`
