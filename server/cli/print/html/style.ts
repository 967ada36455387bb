/** The report's style: light and dark as the system is, and black on white on paper. No image, no font, no address. */
export let style = `
:root { color-scheme: light dark; --ground: #fcfbf8; --sheet: #fff; --ink: #1c1b19; --soft: #5b574f; --line: #d9d4c9;
  --good: #1b6b3a; --good-ground: #dcf1e2; --bad: #a3211a; --bad-ground: #fbe0dc; --unsure: #7a5200; --unsure-ground: #fbeecb;
  --quote: #e6eefb; --accent: #17324d }
@media (prefers-color-scheme: dark) { :root { --ground: #161719; --sheet: #1e2023; --ink: #eceae4; --soft: #b0aba0; --line: #3b3e43;
  --good: #7fd69b; --good-ground: #173d26; --bad: #ff9d92; --bad-ground: #561c17; --unsure: #f0c667; --unsure-ground: #46360c;
  --quote: #26364f; --accent: #a9c9ec } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem clamp(1rem, 3vw, 3rem) 5rem; max-width: 92rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; counter-reset: done }
h1 { font-size: 1.1rem; margin: 0; color: var(--soft); font-weight: 600; letter-spacing: .02em }
h2 { font: 600 1.75rem/1.25 Georgia, "Noto Serif", serif; margin: 2rem 0 .3rem }
h3 { font-size: 1rem; margin: 0; color: var(--accent) }
h4 { font-size: 1rem; margin: 1.5rem 0 .3rem }
p { margin: .35rem 0 }
small, .soft { color: var(--soft); font-size: .85rem }
code { font: .8rem/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; color: var(--soft) }
a { color: var(--accent) }
.sums { display: flex; flex-wrap: wrap; gap: .4rem .8rem; list-style: none; padding: 0; margin: .8rem 0 }
.sums li { border: 1px solid var(--line); background: var(--sheet); border-radius: .4rem; padding: .15rem .6rem }
table { border-collapse: collapse; width: 100%; background: var(--sheet); border: 1px solid var(--line); margin: 1rem 0 }
th, td { text-align: start; vertical-align: top; padding: .7rem .8rem; border-top: 1px solid var(--line) }
thead th { color: var(--soft); font-size: .85rem; font-weight: 600; border-top: 0; white-space: nowrap }
.section th { background: var(--ground) }
.number { width: 4.2rem; font-weight: 600; white-space: nowrap }
.words { width: 34% } .words p { font: 1.05rem/1.55 Georgia, "Noto Serif", serif }
.source { width: 24%; font-size: .9rem } .source label { display: flex; gap: .5rem } .passage { font-size: .95rem }
.at { font-weight: 600 } .address, .none { color: var(--soft) }
input[type=checkbox] { inline-size: 1.15rem; block-size: 1.15rem; margin: .1rem .45rem 0 0; flex: none; accent-color: var(--good); vertical-align: text-top }
input.claim:checked { counter-increment: done }
tr:has(input.claim:checked) .words p { color: var(--soft) }
.label { font: 600 .78rem/1.4 system-ui, sans-serif; border: 1px solid currentcolor; color: var(--accent); border-radius: .3rem; padding: .05rem .4rem }
.actor { border-bottom: 1px dotted var(--soft) } sup { font: .72rem/1 ui-monospace, monospace; color: var(--soft) }
mark { background: var(--quote); color: inherit; padding: 0 .1em; border-radius: .15em }
mark.good { background: var(--good-ground) } mark.bad { background: var(--bad-ground) } mark.unsure { background: var(--unsure-ground) }
blockquote { margin: 0 0 .3rem; padding: 0 0 0 .8rem; border-inline-start: 3px solid var(--line); font: 1rem/1.5 Georgia, "Noto Serif", serif }
blockquote footer { font: .82rem/1.4 system-ui, sans-serif; color: var(--soft) }
p.good { color: var(--good) } p.bad, .bad { color: var(--bad) } p.unsure { color: var(--unsure) }
del { text-decoration-thickness: 2px } ins { text-decoration: underline; text-decoration-thickness: 2px; font-weight: 600 }
.findings { list-style: none; margin: .4rem 0 0; padding: 0; font-size: .9rem }
.findings li { border-inline-start: 3px solid var(--line); padding: .05rem 0 .05rem .6rem; margin: .3rem 0 }
.findings .error { border-color: var(--bad) } .findings .error b { color: var(--bad) }
.findings .warning { border-color: var(--unsure) } .findings .warning b { color: var(--unsure) } .findings .let { color: var(--soft) }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
.done { position: fixed; inset: auto 0 0; padding: .5rem 1rem; text-align: center; background: var(--sheet); border-top: 1px solid var(--line) }
.done::after { content: counter(done) attr(data-of) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px } tr:target { outline: 2px solid var(--accent) }
@media (max-width: 55rem) { thead { position: absolute; clip-path: inset(50%) } table, tbody, tr, td, th { display: block; width: auto }
  tr { border-top: 1px solid var(--line) } .words, .source, .number { width: auto } td, th { border: 0; padding: .3rem .8rem } }
@media print { :root { --ground: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #999; --good: #14532b; --bad: #8d160f; --unsure: #5e3f00;
  --good-ground: #e4f3e8; --bad-ground: #f9e2df; --unsure-ground: #f7ecd0; --quote: #e8eefa; --accent: #17324d }
  body { padding: 0; max-width: none; font-size: 10pt; print-color-adjust: exact } .done { display: none }
  table { border: 0 } thead { display: table-header-group } tr { break-inside: avoid } h2 { break-after: avoid } .section { break-after: avoid } }
`
