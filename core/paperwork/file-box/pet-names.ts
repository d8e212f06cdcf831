const chinese = /^\p{Script=Han}{2,4}$/u

/** Words that a rule for pet names would also make, and that everybody uses. */
const ordinary = new Set(
  '天天 年年 月月 日日 人人 家家 常常 时时 刚刚 渐渐 好好 多多 慢慢 处处 句句 个个 小心 小时 小组 小学 小声 小事 小家 小孩'.split(
    ' ',
  ),
)

/** `强` alone is an ordinary word; `小强`, `阿强` and `强强` are how a 李强 is called, and `小梅` is a 王红梅. */
export function listPetNames(name: string): readonly string[] {
  const letters = [...name.trim()]
  const last = letters.at(-1)
  if (last === undefined || !chinese.test(name.trim())) return []
  return [`小${last}`, `阿${last}`, `${last}${last}`].filter((pet) => !ordinary.has(pet))
}

const titles =
  '妈妈 爸爸 奶奶 爷爷 外婆 外公 姥姥 姥爷 婆婆 阿姨 叔叔 伯伯 大姐 大哥 大爷 大娘 大妈 嫂子 师傅 家长 同学'.split(
    ' ',
  )

/** What a surname is called by: `张爷爷`, `老张`. It may be anybody of that name. */
export function listTitledNames(name: string): readonly string[] {
  const surname = [...name.trim()].at(0)
  if (surname === undefined || !chinese.test(name.trim())) return []
  return [...titles.map((title) => `${surname}${title}`), `老${surname}`, `小${surname}`].filter(
    (word) => !ordinary.has(word),
  )
}
