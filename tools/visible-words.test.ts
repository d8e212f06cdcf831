import { describe } from 'vitest'
import { type Canary, testCanaries } from './canary.ts'
import { checkTexts } from './texts.ts'

const screen = (bad: string, good: string): Canary => ({
  rule: 'visible-words',
  path: 'desk/kit/a.tsx',
  bad: `export const A = () => ${bad}\n`,
  good: `export const A = () => ${good}\n`,
})

const page = (bad: string, good: string): Canary => ({
  rule: 'visible-words',
  path: 'family/page.ts',
  bad: `export const a = ${bad}\n`,
  good: `export const a = ${good}\n`,
})

describe('in a screen', () => {
  const canaries: Record<string, Canary> = {
    'English between tags': screen('<p>Hello there</p>', '<p>{hello}</p>'),
    'Chinese between tags': screen('<p>你好</p>', '<p>12 %: ·</p>'),
    'a string as a child': screen("<p>{'Save'}</p>", "<p>{'·'}</p>"),
    'a string in one branch': screen("<p>{a ? 'Yes' : b}</p>", '<p>{a ? b : c}</p>'),
    'a string behind a condition': screen("<p>{a && 'Yes'}</p>", '<p>{a && b}</p>'),
    'a template as a child': screen('<p>{`${a} of ${b}`}</p>', '<p>{`${a}/${b}`}</p>'),
    'words in a fragment': screen('<>Hello</>', '<>{hello}</>'),
    'a title': screen('<p title="Open" />', '<p className="open" title={open} />'),
    'a label': screen('<Field label="Name" />', '<Field name="name" />'),
    'a placeholder': screen("<input placeholder={'Name'} />", '<input placeholder={name} />'),
    'an aria-label': screen('<button aria-label="Close" />', '<button aria-hidden="true" />'),
    'an alt text': screen('<img alt="A kite" />', '<img alt="" />'),
    'Chinese in a string': screen("f('关闭')", "f('close')"),
    'Chinese in a comment, which nobody sees,': screen("'纸鸢'", 'null // 纸鸢'),
    'a word beside a test': {
      ...screen('<p>Hello</p>', '<p>Hello</p>'),
      goodPath: 'desk/kit/a.test.tsx',
    },
  }
  testCanaries(canaries, checkTexts)
})

describe('in a family page', () => {
  const canaries: Record<string, Canary> = {
    'English between tags': page('html`<p>Send</p>`', 'html`<p>${send}</p>`'),
    'Chinese between tags': page('`<p>${a}发送</p>`', '`<p class="big">${a} 1/2 &nbsp;</p>`'),
    'an aria-label': page('`<a aria-label="Play">`', '`<a aria-label="${play}">`'),
    'a page title': page('`<title>Kite</title>`', '`<title>${title}</title>`'),
    'words beside a style': page(
      '`<style>p { color: red }</style><p>Red</p>`',
      '`<!doctype html><style>p { color: red }</style><p>${red}</p>`',
    ),
    'Chinese in a string': page("f('发送')", "f('send it now')"),
    'a sheet of styles, which is not a page,': page('`<b>Hi</b>`', '`p { color: red }`'),
  }
  testCanaries(canaries, checkTexts)
})
