import { type Canary, testCanaries } from './canary.ts'
import { checkLimits } from './limits.ts'

const canaries: Record<string, Canary> = {
  'a cast': {
    rule: 'no-cast',
    bad: 'export const a = b as string\n',
    good: "import { x as y } from './x.ts'\nexport const a = [y] as const // b as string\n",
  },
  'a cast through as unknown': {
    rule: 'no-cast',
    bad: 'export const a = f(b as unknown)\n',
    good: 'export const a = "b as unknown" satisfies string\n',
  },
  'an angle-bracket cast': {
    rule: 'no-cast',
    bad: 'export const a = <string>b\n',
    good: 'export const a = b\n',
  },
  'a cast outside a parse file': {
    rule: 'no-cast',
    bad: 'export const a = b as string\n',
    good: 'export const a = b as string\n',
    goodPath: 'core/kit/answer-parse.ts',
  },
  'the innerHTML sink': {
    rule: 'dom-sink',
    bad: 'box.innerHTML = a\n',
    good: "box.textContent = 'innerHTML'\n",
  },
  'the innerHTML sink by name': {
    rule: 'dom-sink',
    bad: "box['innerHTML'] = a\n",
    good: 'box[name] = a\n',
  },
  'the outerHTML sink': { rule: 'dom-sink', bad: 'box.outerHTML = a\n', good: '// outerHTML\n' },
  'the insertAdjacentHTML sink': {
    rule: 'dom-sink',
    bad: "box?.insertAdjacentHTML('beforeend', a)\n",
    good: "box?.insertAdjacentText('beforeend', a)\n",
  },
  'the createContextualFragment sink': {
    rule: 'dom-sink',
    bad: 'range.createContextualFragment(a)\n',
    good: 'range.cloneContents()\n',
  },
  'document.write': { rule: 'dom-sink', bad: 'document.write(a)\n', good: 'stream.write(a)\n' },
  'window.document.writeln': {
    rule: 'dom-sink',
    bad: 'window.document.writeln(a)\n',
    good: 'report.writeln(a)\n',
  },
  'dangerouslySetInnerHTML as attribute': {
    rule: 'dom-sink',
    path: 'desk/kit/a.tsx',
    bad: 'export const A = () => <p dangerouslySetInnerHTML={{ __html: a }} />\n',
    good: 'export const A = () => <p>{a}</p>\n',
  },
  'dangerouslySetInnerHTML as property': {
    rule: 'dom-sink',
    bad: 'export const a = { dangerouslySetInnerHTML: b }\n',
    good: 'export const a = { children: b }\n',
  },
  'a silenced compiler': {
    rule: 'no-silencing',
    bad: '// @ts-nocheck\n',
    good: "export const a = '@ts-nocheck'\n",
  },
  'a silenced rule of the house': {
    rule: 'no-silencing',
    bad: '// biome-ignore lint/suspicious/noExplicitAny: hurry\n',
    good: '// biome-ignore lint/a11y/noAutofocus: the first field of the lock screen\n',
  },
  'an expected error outside a test': {
    rule: 'no-silencing',
    bad: '// @ts-expect-error\n',
    good: '// @ts-expect-error\n',
    goodPath: 'core/kit/a.test.ts',
  },
  'a mock of our own module': {
    rule: 'no-mock',
    path: 'core/kit/a.test.ts',
    bad: "vi.mock('./b.ts')\n",
    good: "vi.useFakeTimers(); vi.mock('node:fs')\n",
  },
}

testCanaries(canaries, checkLimits)
