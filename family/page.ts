// The frame of every family page: one small document, its style inside, readable without script and on a 2G line.
import { html, raw } from 'hono/html'

export type Html = ReturnType<typeof html>
/** Finds the words of a key in the page's language; texts live in content/texts. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** Who answers for children's data, how to reach them and where to complain. */
export interface Foot {
  readonly phone: string
  readonly lines: readonly string[]
}

export interface Frame {
  readonly language: 'zh-CN' | 'en'
  readonly words: Words
  readonly title: string
  /** The small script that keeps a draft on the phone; the page works without it. */
  readonly script: boolean
  readonly sample: boolean
  /** Nothing where nobody is known to be meant. */
  readonly foot?: Foot | null
}

// Type grows with what its reader has set; nothing here is newer than a web view of 2020 (Chromium 80).
const style = `:root{color-scheme:light}*{box-sizing:border-box}html{font-size:112.5%}body{margin:0 auto;max-width:40em;padding:0 16px 48px;font:1rem/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere;color:#22201c;background:#fbf8f1}h1{font-size:1.33rem;line-height:1.35;margin:20px 0 8px}h2{font-size:1.11rem;margin:28px 0 8px}p{margin:8px 0}[hidden]{display:none}.g{flex:none;width:52px;height:40px}.b{height:60px}.d{position:absolute}svg{stroke-linecap:round}fieldset{min-width:0;border:0;border-top:1px solid #ddd5c4;margin:0;padding:16px 0}legend{font-weight:600;padding:0;float:left;width:100%;margin-bottom:8px}legend+*{clear:both}label.o{display:flex;align-items:center;min-height:48px;padding:6px 12px;border:1px solid #cdc4b1;border-radius:8px;margin:6px 0;background:#fff}label.o:focus-within{outline:3px solid #1c5d99}input[type=radio],input[type=checkbox]{width:22px;height:22px;accent-color:#b3261e;flex:none}input[type=text],input[type=number],input[type=date],textarea{font:inherit;width:100%;padding:12px;border:1px solid #8b8373;border-radius:8px;background:#fff}input[type=date]{font-size:min(1rem,8vw)}button{font:inherit;min-height:52px;width:100%;border:0;border-radius:8px;background:#b3261e;color:#fff;font-weight:600;margin:12px 0}button.q{background:#fff;color:#22201c;border:1px solid #8b8373}[aria-pressed=true]{outline:3px solid #1c5d99}.n{background:#fff7d6;border:1px solid #d9b94a;border-radius:8px;padding:12px}.e{background:#fdecea;border-color:#b3261e}.s{font-size:.83rem;color:#575143}.p{width:72px;height:72px;flex:none;fill:none;stroke:#22201c;stroke-width:3.6;stroke-linejoin:round}.k,.l{display:flex;align-items:center;text-align:left}label.o>*,.k>svg,.l>svg{margin-right:12px}.k{min-height:64px;padding:8px 12px}a.k{border:1px solid #8b8373;border-radius:8px;background:#fff;color:#22201c;text-decoration:none;font-weight:600}.l h2{margin:8px 0 0}.l p{margin:4px 0}a{color:#1c5d99}ul,ol{padding-left:1.3em}.say{width:auto;min-height:44px;padding:4px 14px;margin:0 0 8px}`

export function showFrame(frame: Frame, body: Html): Html {
  const { words } = frame
  return html`<!doctype html><html lang="${frame.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${frame.title}</title><style>${raw(style)}</style></head><body>${frame.sample ? html`<header class="n s">${words('family:sample')}</header>` : ''}<main${frame.script ? html` data-say="${words('family:questionnaire.readAloud')}" data-mute="${words('family:questionnaire.cannotRead')}" data-hush="${words('family:listen.stop')}" data-quiet="${words('family:listen.quiet')}"` : ''}>${body}</main>${showFoot(words, frame.foot ?? null)}${frame.script ? html`<script src="/f/script.js" defer></script>` : ''}</body></html>`
}

/** The telephone dials at a tap: whoever cannot write here can always ring. */
function showFoot(words: Words, foot: Foot | null): Html | '' {
  if (foot === null) return ''
  const { phone, lines } = foot
  const [dial] = /[+\d][\d\s()-]{4,}/.exec(phone) ?? ['']
  const called =
    dial === '' ? phone : html`<a href="tel:${dial.replaceAll(/[^+\d]/g, '')}">${phone}</a>`
  return html`<footer class="s">${lines.join(' · ')}${phone === '' ? '' : html`<br>${words('family:phone')}${called}`}</footer>`
}

export function showNote(text: string, wrong: boolean): Html {
  return html`<p class="n${wrong ? ' e' : ''}" role="${wrong ? 'alert' : 'status'}">${text}</p>`
}
