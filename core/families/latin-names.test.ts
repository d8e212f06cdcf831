import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideNames } from './hide-names.ts'

function hide(text: string, ...names: readonly string[]): string {
  const people = names.map((name) => ({ familyId: 'a', name }))
  return hideNames(text, people, () => '#', { petNames: true })
}

describe('a name in Latin letters [FAM-70]', () => {
  test.each([
    [
      'He Li',
      'He Li, HeLi, Heli, he li, HE LI, He-Li, Li He and HELI',
      '#, #, #, #, #, #, # and #',
    ],
    ['Zhou Ting', 'Zhou Ting, ting, Zhouting’s, zhou-ting, Zhōu Tíng', '#, #, #’s, #, #'],
    [
      'Zhou Ting',
      'Tingting, ting ting, Ting-Ting, A Ting, Xiao Ting, xiaoting',
      '#, #, #, #, #, #',
    ],
    ['Zhou Ting', 'MotherZhouTing and ZhoutingFather, zhou_ting2015', 'Mother# and #Father, #2015'],
    ['Li Xiaomei', 'Li Xiao Mei, Xiao-mei, Meimei, Xiaomei Li, LIXIAOMEI', '#, #, #, #, #'],
    ['Li Xiao-mei', 'Li Xiaomei, lixiaomei, Xiao Mei, Xiaomei Li, A Mei', '#, #, #, #, #'],
    ['Lü Na', 'Lv Na, Lyu Na, LÜ NA, Lǚ Nà, lu na', '#, #, #, #, #'],
    ['Lv Na', 'Lü Na and Lyuna', '# and #'],
    ['Wang Fang', 'Ｗａｎｇ Ｆａｎｇ came', '# came'],
    ['Li Ke', 'LiKe came, Li Ke came, li ke came', '# came, # came, # came'],
    [
      'He Ran',
      'Then He Ran came, heran 也来了，he ran今天来了',
      'Then # came, # 也来了，#今天来了',
    ],
    ['Wang Wanting', 'I met Wanting and wan ting', 'I met # and #'],
    ['Ma Long', 'and Long spoke', 'and # spoke'],
  ])('%s is found in "%s"', (name, said, hidden) => {
    expect(hide(said, name)).toBe(hidden)
  })

  test.each([
    ['He Li', 'She lives here; the lines held.'],
    ['He Ran', 'He ran home, she ran after him.'],
    ['Li Ke', 'Like her mother she would like to call.'],
    ['Wang Wanting', 'a plan found wanting'],
    ['Ma Long', 'for a long time along the road; Mama said so'],
    ['Wu An', 'They want an hour, a wuanish one.'],
    ['Xi Li', 'She went to Xi’an and xi’an again.'],
    ['Wang Re', 'They’re here and we’re there.'],
    ['Li Jun', 'from 3 Jun 2026 to Jun 5'],
    ['Yu Yuan', 'It costs 20 yuan.'],
    ['Li A', 'a child'],
  ])('%s is not found in "%s"', (name, said) => {
    expect(hide(said, name)).toBe(said)
  })
})

const prose = `The girl said that she lives with her grandmother and that her father has worked in a toy factory for a long time. He calls
on Sunday evenings, and she likes it when he asks about school, not only about marks. Last week he ran to the phone while a song
was playing; they laughed, and the line broke. She can sing, he can listen. Women and men of the village came to the meeting on
3 Jun and again on Sun 5 May. Nobody was late. Hard talks take a long breath, so the worker suggested a small plan: one call, one
question, one thing to look forward to. We agreed that you and I write to them. Her aunt has a huge house where they all can stay. An
open window, a tin pan, a fan: that was the room. It costs 20 yuan, takes 20 min and the field is 3 mu. Then a change came. The gang
of boys left, and the danger was over. When asked, she named a hen, a pen and a pie. On the whole she is wanting nothing more than to
be heard, and to have her dad along. Here is what we did: we made a list; we shared it; we took a dance lesson. He may lie awake,
but that is no lie. In Shanghai there are teachers who are trained for this. They're kind. Did she like him? Do not go there alone, he
told her, an hour is enough. She sang a tune. Mama said so too, and baba nodded. A bang on the door, the ban on phones, a sheet to hang.`

const surnames = fc.constantFrom(
  ...'Wang Li Zhang Liu Chen Zhou Xu Sun Ma Zhu He Lin Song Han Tan Fan Shi Long Pan An Men You Ouyang Lü'.split(
    ' ',
  ),
)
const syllables =
  'ting hong mei li na fang ming qiang jun yan wei an han ke ning ran long man song bin xia ping gang xin hua hui le lan min jing ying shan wan'
const given = fc
  .array(fc.constantFrom(...syllables.split(' ')), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.join(''))
  .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
const person = fc.record({ surname: surnames, given })
const sentences = prose.split(/(?<=[.?])\s+/u)

test('ordinary English names nobody, whatever the family is called [FAM-70]', () => {
  fc.assert(
    fc.property(person, (one) => {
      expect(hide(prose, `${one.surname} ${one.given}`)).toBe(prose)
    }),
    { numRuns: 300 },
  )
})

const writings: readonly ((surname: string, given: string) => string)[] = [
  (surname, own) => `${surname} ${own}`,
  (surname, own) => `${own} ${surname}`,
  (surname, own) => `${surname}${own}`,
  (surname, own) => `${surname}-${own}`,
  (surname, own) => `${surname}’${own}`,
  (surname, own) => `${surname} ${own}`.toUpperCase(),
  (surname, own) =>
    `${surname} ${own}`.normalize('NFD').replaceAll(/[aeou](?!\p{M})/gu, '$&\u0301'),
  (surname, own) => `Xiaodi${surname}${own}`,
  (_, own) => own.toUpperCase(),
  (_, own) => `${own}’s`,
]

test('no way to write a name is left among English sentences [FAM-70]', () => {
  fc.assert(
    fc.property(
      person,
      fc.constantFrom(...writings),
      fc.constantFrom(...sentences),
      fc.constantFrom(...sentences),
      (one, write, before, after) => {
        // `An` alone is a word: FAM-70 leaves it.
        fc.pre(!['An', 'Me'].includes(one.given))
        const written = write(one.surname, one.given)
        const text = hide(`${before} “${written}” ${after}`, `${one.surname} ${one.given}`)
        expect(text).toContain('#')
        expect(text.toLowerCase()).not.toContain(`“${written.toLowerCase()}”`)
        expect(text).toContain(before)
      },
    ),
    { numRuns: 500 },
  )
})
