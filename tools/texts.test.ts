import { describe } from 'vitest'
import { type Canary, testCanaries } from './canary.ts'
import { checkTexts } from './texts.ts'

const zhPath = 'content/texts/zh-CN/group.json'
const enPath = 'content/texts/en/group.json'
const texts = (value: object) => JSON.stringify(value)

/** The English file changes; the Chinese one is given. */
const pair = (rule: string, bad: object, good: object): Canary => ({
  rule,
  path: enPath,
  bad: texts(bad),
  good: texts(good),
})

describe('both languages say the same', () => {
  const around = {
    [zhPath]: texts({
      meeting: { title: '小组活动', count_other: '{{count}} 次', greet: '{{name}}，您好' },
    }),
  }
  const good = {
    meeting: {
      title: 'Meeting',
      count_one: 'one meeting',
      count_other: '{{count}} meetings',
      greet: 'Hello {{ name }}',
    },
  }
  const withMeeting = (change: object) => ({ meeting: { ...good.meeting, ...change } })
  testCanaries(
    {
      'an empty text': pair('text-empty', withMeeting({ title: ' ' }), good),
      'a list instead of a text': pair('text-value', withMeeting({ title: ['a'] }), good),
      'a plural without _one': pair('text-plural', withMeeting({ count_one: undefined }), good),
      'another placeholder': pair(
        'text-placeholder',
        withMeeting({ greet: 'Hello {{nam}}' }),
        good,
      ),
      'a lost placeholder': pair('text-placeholder', withMeeting({ greet: 'Hello' }), good),
      'Chinese in the English file': pair('text-language', withMeeting({ title: '活动' }), good),
      'a key that only Chinese has': pair('text-missing', withMeeting({ title: undefined }), good),
    },
    checkTexts,
    around,
  )
  testCanaries(
    {
      'a key that only English has': {
        rule: 'text-missing',
        path: zhPath,
        bad: texts({}),
        good: texts({ title: '小组活动' }),
      },
      'a text that nobody translated': {
        rule: 'text-language',
        path: zhPath,
        bad: texts({ title: 'A meeting of parents' }),
        good: texts({ title: '家长活动' }),
      },
      'a file that only English has': {
        rule: 'text-missing',
        path: zhPath,
        bad: '{}',
        good: texts({ title: '小组活动' }),
      },
    },
    checkTexts,
    { [enPath]: texts({ title: 'A meeting of parents' }) },
  )
})

describe('a key in the code exists', () => {
  const around = {
    [zhPath]: texts({ meeting: { title: '活动', count_other: '{{count}} 次' } }),
    [enPath]: texts({ meeting: { title: 'Meeting', count_one: 'one', count_other: '{{count}}' } }),
  }
  const key = (bad: string, good: string): Canary => ({
    rule: 'text-key',
    path: 'desk/kit/a.ts',
    bad: `export const a = ${bad}\n`,
    good: `export const a = ${good}\n`,
  })
  testCanaries(
    {
      'an unknown key in t()': key("t('meeting.titel')", "t('meeting.title')"),
      'an unknown key in text()': key("text('meeting.titel')", "text('group.meeting.title')"),
      'an unknown key in i18n.t()': key(
        "i18n.t('group:meeting.x')",
        "i18n.t('group:meeting.title')",
      ),
      'an unknown key in one branch': key(
        "t(b ? 'meeting.title' : 'meeting.titel')",
        "t(b ? 'meeting.title' : 'meeting.count')",
      ),
      'an unknown beginning of a key': key('t(`gruop.${b}`)', 't(`meeting.${b}`)'),
      'an unknown plural': key("t('meeting.counts', { count })", "t('meeting.count', { count })"),
      'a call that is none of ours': key("t('x.y')", "c.text('x.y')"),
    },
    checkTexts,
    around,
  )
})

describe('a refusal says why', () => {
  const around = {
    [zhPath]: texts({ refusals: { Told: '已满', Counted_other: '{{count}} 次' } }),
    [enPath]: texts({
      refusals: { Told: 'It is full', Counted_one: 'one', Counted_other: '{{count}} times' },
    }),
    'content/texts/zh-CN/late.json': texts({ warnings: { Warned: '晚了' } }),
    'content/texts/en/late.json': texts({ warnings: { Warned: 'It is late' } }),
  }
  const given = (bad: string, good: string, path = 'core/kit/a.ts'): Canary => ({
    rule: 'refusal-text',
    path,
    bad: `export const a = ${bad}\n`,
    good: `export const a = ${good}\n`,
  })
  testCanaries(
    {
      'a refusal without a text': given("refuse('Mute')", "refuse('Told', { count })"),
      'one in a branch': given("refusal(b ? 'Told' : 'Mute')", "refusal(b ? 'Told' : 'Counted')"),
      'one that has only a warning': given("refuse('Warned')", "[{ id: 'Warned', details: {} }]"),
      'one written out at the border': given(
        "{ id: 'Mute', details: {} }",
        "{ id: 'Told', details: {} }",
        'server/app/a.ts',
      ),
    },
    checkTexts,
    around,
  )
  testCanaries(
    {
      'a code in the catalogue without a text': {
        rule: 'refusal-text',
        path: 'server/app/problems.ts',
        bad: 'const statusById = { Mute: 400 }\n',
        good: 'const statusById = { Told: 400 }\n',
      },
    },
    checkTexts,
    around,
  )
})
