import { isGrammar } from './english-names.ts'
import { findSyllables, isSyllable } from './pinyin-syllables.ts'

// How a person's name is written and spoken: what has to be looked for in a text that shall not tell who it is about.

const chinese = /^\p{Script=Han}+$/u
const chineseFullName = /^\p{Script=Han}{2,4}$/u
const dots = ['·', '•', '・', '‧', '．', '.', ' ', '']
const dotted = /\s*[·•・‧．.]\s*|\s+/u

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}

const compoundSurnames = wordsOf(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 夏侯 司空 南宫 西门 东郭 百里 呼延 端木 钟离 申屠',
  '澹台 太史 闻人 轩辕 独孤 拓跋 淳于 单于 宗政 濮阳 公冶 公羊 赫连 仲孙 鲜于 闾丘 亓官 梁丘 左丘 万俟 太叔 公西 乐正',
  '巫马 公良 颛孙 羊舌 谷梁 段干 漆雕 第五 歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 獨孤',
)

/** What people of any family are called: taken for a name, it would hide half a sentence. */
export const callings = wordsOf(
  '妈妈 爸爸 奶奶 爷爷 外婆 外公 姥姥 姥爷 姑姑 姑妈 叔叔 伯伯 舅舅 舅妈 阿姨 姐姐 哥哥 妹妹 弟弟',
  '家长 孩子 儿童 照护人 老师 同学 child parent mother father mum mom dad grandma grandpa',
  'grandmother grandfather aunt uncle sister brother teacher',
)

/** Words that a rule for pet names would also make, and that everybody uses. */
const ordinary = wordsOf(
  '天天 年年 月月 日日 人人 家家 常常 时时 刚刚 渐渐 好好 多多 慢慢 处处 句句 个个 高高 兴兴 心心',
  '小心 小时 小组 小学 小声 小事 小家 小孩 小朋 小康 小名 小结 小队 小班 小节 小品 小镇 小站 小手 小程 小车 小伙 老师 老年 老乡',
  '孩子 儿子 妻子 房子 车子 本子 桌子 瓶子 嫂子 样子 君子 王子 公子 太子 弟子 日子 才子 林子 竹子 燕子 叶子 影子 胖子 面子 松子 莲子',
  '瓜子 珠子 金子 银子 豆子 鸽子 月子 村子 班子 带子 帽子 杯子 院子 园子 位子 种子 稻子 麦子 柱子 石子 沙子 屋子 胡子 镜子 狮子 兔子 李子 桃子',
  '女儿 花儿 鸟儿 事儿 孤儿 幼儿 婴儿 健儿 会儿 帅哥 表哥 表姐 表弟 表妹 兄弟 徒弟 师哥 师姐 师弟 师妹 珠宝 国宝 财宝 珍宝 牛仔',
)

/** `欧阳` of 欧阳子涵, `王` of 王芳. */
function surnameOf(name: string): string {
  const [first = '', second = '', ...given] = [...name]
  return given.length > 0 && compoundSurnames.has(first + second) ? first + second : first
}

/**
 * The whole name in every usual spelling, and each part that stands for it alone: the given name, either half of 阿依古丽·买买提,
 * `Wangfang`. A part of one sign, or one that is a word of the language, is none.
 */
export function waysToWrite(name: string): readonly string[] {
  const whole = name.trim()
  const parts = chinese.test(whole)
    ? partsOfHan(whole)
    : spellUmlaut(whole).flatMap((spelled) => partsOfSpelled(spelled))
  const known = parts.filter(
    (part) => !callings.has(part.toLowerCase()) && !isGrammar(part.toLowerCase()),
  )
  return [...new Set([whole, ...known])].filter((part) => [...part].length > 1)
}

/** Four signs are a surname of two signs, or two surnames, with a given name of two; or they are no Chinese name at all. */
function partsOfHan(whole: string): readonly string[] {
  const signs = [...whole]
  return [signs.slice(1).join(''), ...(signs.length === 4 ? [signs.slice(2).join('')] : [])]
}

/** 吕 is Lü in a passport of old, LYU in a new one and Lv on a keyboard. */
function spellUmlaut(name: string): readonly string[] {
  const umlaut = /(?<=[ln])(?:ü|v|yu)(?!\p{Ll})/giu
  const plain = name.normalize('NFC').replaceAll(/[ǖǘǚǜ]/gu, 'ü')
  const spelled = ['v', 'yu', 'u'].map((letters) => plain.replaceAll(umlaut, letters))
  return [...new Set([name, ...spelled])]
}

function partsOfSpelled(whole: string): readonly string[] {
  const parts = whole.split(dotted).filter((part) => part !== '')
  if (parts.length < 2) return parts
  const [first = '', ...rest] = parts
  const given = [rest, parts.slice(0, -1)].filter(({ length }) => length > 1)
  return [
    ...dots.flatMap((dot) => [parts.join(dot), parts.toReversed().join(dot)]),
    ...(parts.length > 2 ? [[...rest, first].join(' ')] : []),
    ...given.flatMap((some) => [some.join(' '), some.join('')]),
    ...parts,
  ]
}

const beforeGiven = ['小', '阿']
const afterGiven = ['子', '儿', '哥', '姐', '弟', '妹', '仔', '宝']

const spelledBefore = ['Xiao', 'A']
const spelledAfter = ['zi', 'er', 'ge', 'jie', 'di', 'mei', 'zai', 'bao']

/**
 * `强` alone is an ordinary word; `小强`, `强子`, `强哥` and `强强` are how a 李强 is called, and `小梅` is a 王红梅. So are `Xiao Ting`,
 * `A Ting` and `Tingting` a `Zhou Ting`; which part of such a name is the surname nobody can know.
 */
export function listPetNames(name: string): readonly string[] {
  const whole = name.trim()
  const last = [...whole].at(-1)
  if (last === undefined) return []
  if (!chineseFullName.test(whole)) return listSpelledPets(whole)
  return [
    ...beforeGiven.map((word) => `${word}${last}`),
    ...afterGiven.map((word) => `${last}${word}`),
    `${last}${last}`,
  ].filter(isNoWord)
}

function listSpelledPets(whole: string): readonly string[] {
  const parts = whole.split(dotted).filter((part) => part !== '')
  if (parts.length < 2) return []
  return parts
    .flatMap((part) => listLastSyllables(part))
    .flatMap((last) => [
      ...spelledBefore.map((word) => `${word} ${last}`),
      ...spelledAfter.map((word) => `${last} ${word}`),
      `${last} ${last}`,
    ])
    .filter((pet) => !isGrammar(pet.replaceAll(' ', '').toLowerCase()))
}

/** `mei` of `Xiaomei`; `gan` and `an` of `Fangan`; none of what is no Chinese name. */
function listLastSyllables(part: string): readonly string[] {
  const letters = part.normalize('NFC').replaceAll(/[-–‐'’]/gu, '')
  const borders = findSyllables(letters)
  if (borders === null) return []
  return [0, ...borders].map((border) => letters.slice(border)).filter(isSyllable)
}

const titles = [
  ...'妈妈 爸爸 奶奶 爷爷 外婆 外公 姥姥 姥爷 婆婆 阿姨 叔叔 伯伯 大姐 大哥 大爷 大娘 大妈 嫂子 师傅 家长 同学'.split(
    ' ',
  ),
  ...'哥 姐 叔 婶 姨 嫂'.split(' '),
]

/** What a surname is called by: `张爷爷`, `老张`, `李哥`, and `欧阳` alone. It may be anybody of that name. */
export function listTitledNames(name: string): readonly string[] {
  const whole = name.trim()
  if (!chineseFullName.test(whole)) return []
  const surname = surnameOf(whole)
  const alone = surname.length > 1 && surname !== '东方' && surname !== '第五' ? [surname] : []
  return [
    ...alone,
    ...titles.map((title) => `${surname}${title}`),
    `老${surname}`,
    `小${surname}`,
  ].filter(isNoWord)
}

function isNoWord(word: string): boolean {
  return !ordinary.has(word) && !callings.has(word)
}
