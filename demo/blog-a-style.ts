/** The look of the first demo blog: paper, serif headlines, one crimson. */

import type { Html } from './html.ts'

/** Fixed text of our own, therefore put into the page as it is. */
export const blogAStyle: Html = {
  html: `
:root{--ink:#2a2320;--paper:#fbf7f1;--accent:#9d1f3a;--line:#e4d9cb}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.7 Georgia,"Times New Roman",serif}
img{max-width:100%;height:auto;display:block}
a{color:var(--accent)}
.container{max-width:860px;margin:0 auto;padding:0 20px}
.site-header{border-bottom:3px double var(--line);padding:18px 0;background:#fff}
.site-header .container{display:flex;flex-wrap:wrap;gap:8px 28px;align-items:baseline}
.site-title{font-size:28px;font-weight:700;text-decoration:none}
.navbar-nav{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:0;padding:0;font-size:15px}
.nav-link{color:var(--ink);text-decoration:none}
.breadcrumb{display:flex;flex-wrap:wrap;gap:6px;list-style:none;padding:0;margin:18px 0;font-size:14px;color:#7a6d63}
.breadcrumb-item+.breadcrumb-item::before{content:"/ "}
h1,h2,h3,h4,h5{line-height:1.3}
.entry-title,.archive-title{font-size:34px;margin:10px 0}
.badge-featured{display:inline-block;background:var(--accent);color:#fff;font-size:13px;padding:2px 10px;border-radius:2px}
.entry-meta,.post-card-meta,.card-meta{font-size:14px;color:#7a6d63;margin:4px 0}
.entry-lead{font-size:20px;font-style:italic;border-left:4px solid var(--accent);padding-left:16px}
.post-thumbnail{margin:20px 0}
.post-thumbnail img{width:100%}
.share-links a,.tags-links a,.footer-links a{margin-right:12px}
.post-grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:26px;margin:20px 0 36px}
.related-row{display:grid;grid-template-columns:repeat(auto-fill,minmax(185px,1fr));gap:18px}
.post-card,.card{background:#fff;border:1px solid var(--line);padding:14px}
.post-card-title{font-size:20px;margin:10px 0 4px}
.card-title{font-size:17px;margin:10px 0 4px}
.post-card-text,.card-text{font-size:15px;margin:6px 0 0}
.brand-strip{display:flex;flex-wrap:wrap;gap:10px;margin:36px 0;padding:18px 0;border-block:1px solid var(--line)}
.brand-item img{width:72px}
.newsletter{background:#f1e6d8;padding:18px 24px;margin-bottom:36px}
.newsletter input,.newsletter button{font:inherit;padding:6px 12px;max-width:100%}
.site-footer{background:var(--ink);color:#eadfd2;padding:20px 0;font-size:15px}
.site-footer a{color:#f3c9a8}
table{border-collapse:collapse;width:100%;font-size:15px}
td,th{border-bottom:1px solid var(--line);padding:6px;text-align:left}
`,
}
