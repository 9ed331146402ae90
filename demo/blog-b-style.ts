/** The look of the second demo blog: a market stall in teal and yellow, laid out with floats. */

import type { Html } from './html.ts'

/** Fixed text of our own, therefore put into the page as it is. */
export const blogBStyle: Html = {
  html: `
*{box-sizing:border-box}
body{margin:0;background:#e6f2ef;color:#1d2b2a;font:16px/1.6 Verdana,Tahoma,sans-serif}
a{color:#0b6e63}
img{max-width:100%;height:auto;border:0}
#wrap{max-width:1000px;margin:0 auto;background:#fff;box-shadow:0 0 24px #0b6e6322}
.hd{background:#0b6e63;padding:16px 24px}
.lg a{color:#ffd84d;font-size:30px;font-weight:700;text-decoration:none;letter-spacing:-1px}
.mn a{color:#fff;margin-right:18px;text-decoration:none;font-size:14px}
.ct{padding:20px 24px}
.bc,.tm,.d{font-size:13px;color:#5d716e}
.tdm{font-size:24px;font-weight:700;border-bottom:4px solid #ffd84d;margin:10px 0 18px;padding-bottom:4px}
.hot{display:inline-block;background:#ffd84d;color:#5a4300;font-size:12px;font-weight:700;padding:2px 8px;border-radius:10px}
.tt{font-size:30px;line-height:1.3;margin:10px 0}
.sp{background:#f1f8f6;padding:14px 18px;margin:14px 0;border-radius:8px}
.nd p{margin:8px 0}
.nd p:empty{display:none}
.it{padding:14px 0;border-bottom:1px dashed #b9d3ce}
.im{float:left;margin-right:18px;width:200px;max-width:40%}
.n,.n a{font-weight:700;font-size:17px;text-decoration:none}
.s{font-size:14px}
.cl{clear:both}
.lqi{float:left;width:48%;margin:0 2% 20px 0;min-height:300px}
.th{background:#f1f8f6;padding:12px;margin:20px 0}
.th img{width:64px;margin:3px}
.cs a,.tk span{margin-right:10px}
.tk,.cs{font-size:14px;margin:12px 0}
.nl{border:2px dashed #0b6e63;padding:16px;border-radius:8px}
.nl input{font:inherit;padding:5px 10px;max-width:100%}
.pt{margin:18px 0;text-align:center}
.pt a,.pt b{display:inline-block;padding:2px 10px;border:1px solid #b9d3ce;border-radius:4px;margin:2px}
.ft{background:#1d2b2a;color:#cfe3df;padding:16px 24px;font-size:13px}
table{border-collapse:collapse;width:100%;font-size:14px}
td,th{border-bottom:1px solid #b9d3ce;padding:6px;text-align:left}
@media(max-width:600px){.lqi{float:none;width:100%;min-height:0}}
`,
}
