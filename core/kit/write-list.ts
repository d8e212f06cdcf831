/**
 * Several things in one sentence, as the language joins them. In Chinese with 、 alone where one of them has a 和 of its own:
 * “身体和吃饭和好玩的” nobody can take apart.
 */
export function writeList(items: readonly string[], language: 'zh-CN' | 'en'): string {
  const isJoined = language === 'zh-CN' && items.some((item) => item.includes('和'))
  return isJoined
    ? items.join('、')
    : new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
}
