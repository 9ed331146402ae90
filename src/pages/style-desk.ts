/** The look of the operators' desk: forms, rows with their buttons, reports. */

export const DESK_STYLE = `
main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.75rem}
main>section,main>p{margin-top:2rem}
main>h1+.facts{margin-top:.4rem}
h2{font-size:1.1875rem}
.soft,.facts{color:var(--soft);font-size:.875rem}
.panes{display:grid;gap:1.25rem}
.pane{padding:1.25rem;border:1px solid var(--line);border-radius:6px}
.pane form{display:grid;gap:.9rem;margin-top:1rem}
.pane label{display:grid;gap:.3rem}
input{font-weight:400}
textarea{width:100%;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:4px;background:var(--paper);color:var(--ink);font:.875rem/1.5 ui-monospace,monospace;resize:vertical}
.recipe summary{display:flex;align-items:center;min-height:2.75rem;color:var(--accent);font-size:.875rem;cursor:pointer}
.recipe form{display:grid;gap:.75rem;margin-top:.5rem}
.recipe button{justify-self:start}
.pane button{justify-self:start}
.sign-in{max-width:26rem;margin:2rem auto 0}
.flash,.wrong{padding:.7rem 1rem;border-left:4px solid var(--accent);background:var(--tint)}
.wrong{border-color:var(--alert);color:var(--alert)}
.alarms ul{display:grid;gap:.5rem;margin-top:.75rem;list-style:none}
.alarms a{color:inherit}
.row:target{background:var(--tint)}
.rows{margin-top:.75rem;list-style:none;border-top:2px solid var(--ink)}
.row{display:grid;gap:.5rem 1.5rem;padding:1rem 0;border-bottom:1px solid var(--line)}
.row h3{font-size:1.0625rem}
.row p{overflow-wrap:anywhere}
.actions{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
.quiet{background:none;color:var(--accent)}
.danger{border-color:var(--alert);background:none;color:var(--alert)}
.actions summary{display:flex;align-items:center;min-height:2.75rem;padding:0 .4rem;color:var(--alert);cursor:pointer}
.actions details p{max-width:20rem;margin:.3rem 0 .6rem}
.state{display:inline-block;margin-left:.5rem;padding:0 .6em;border:1px solid;border-radius:2rem;color:var(--soft);font-size:.8125rem;font-weight:600;white-space:nowrap}
.state-good{color:var(--accent)}
.state-bad{color:var(--alert)}
.counts{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:1px;margin:1.25rem 0 0;border:1px solid var(--line);background:var(--line)}
.counts div{padding:.7rem 1rem;background:var(--paper)}
.counts dt{color:var(--soft);font-size:.875rem}
.counts dd{margin:0;font-size:1.5rem;font-weight:600;font-variant-numeric:tabular-nums}
progress{display:block;width:100%;height:.75rem;accent-color:var(--accent)}
.scroll{overflow-x:auto;margin-top:.75rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{padding:.55rem .75rem .55rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:normal}
td:first-child{min-width:11rem;overflow-wrap:anywhere}
td code,.row code{overflow-wrap:anywhere}
.number{text-align:right}
.proof{padding:1.25rem;border:1px solid var(--line);border-radius:6px;font:1.0625rem/1.75 var(--serif)}
.proof>*+*{margin-top:.9em}
.proof .lead{font-weight:600}
.proof td{min-width:7rem;padding-right:.75rem}
.proof :is(ul,ol){padding-left:1.4em}
@media (min-width:48rem){
.masthead nav{margin-left:auto}
.masthead form{margin-left:1rem}
.panes{grid-template-columns:1fr 1fr}
.row{grid-template-columns:1fr auto;align-items:center}
}
`
