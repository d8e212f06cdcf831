// What stands where an adult's name should: village registers write a family's situation there as often as a name.

/** `above` refers to another row; `unclear` holds a situation and perhaps a name that nobody can cut out safely. */
export type NameRead =
  | { readonly is: 'name'; readonly name: string; readonly beside: string }
  | { readonly is: 'situation' | 'unclear' | 'nobody' | 'above' }

const nobody =
  /^(无|没有|没|空|暂无|暂缺|不详|不清楚?|不知道?|不明|未知|未填|待[查补定]|缺|none|nil|n\/?a|no|unknown|not known|[\s\-—–―_/\\|.。…?*×x]+)$/i
const above = /^(同上|同前|同左|上同|〃|″|′′|"|''|ditto|same( as above)?)$/i
const trouble =
  /离异|离婚|离家|改嫁|另嫁|再婚|再娶|另娶|重组|单亲|分居|失联|失踪|联系不上|无法联系|没有?联系|无音[信讯]|出走|跑了|走了|服刑|在监|监狱|坐牢|判刑|羁押|强戒|戒毒|拘留|弃养|遗弃|孤儿|不知去向|下落不明|未婚|非婚|不管/u
const whereabouts = /在外|外出|务工|打工|在家/u
const english =
  /^(divorced|remarried|separated|missing|left( home)?|in prison|single parent|at home|away|deceased|dead)$/i
const separators = /[\s()[\]【】<>,，、;；:：/]+/u
const aroundSituation =
  /^(已|现|又|后|均|都|和|与|跟|因|早年|父母?亲?|母亲?|爸爸?|妈妈?|双[方亲]|夫妻|家庭|\d{2,4}年?|了|中|多年|人员|状态|几年|未归)*$/u

export function saysNobody(text: string): boolean {
  return nobody.test(text)
}

export function saysAbove(text: string): boolean {
  return above.test(text)
}

/** Whether a cell for a place tells what became of somebody instead. */
export function holdsSituation(text: string): boolean {
  return trouble.test(text) || english.test(text)
}

/** Reads one line of plain text. A word for a situation never becomes a name. */
export function readName(text: string): NameRead {
  if (nobody.test(text)) return { is: 'nobody' }
  if (above.test(text)) return { is: 'above' }
  if (text === '亡' || english.test(text)) return { is: 'situation' }
  if (!isSituation(text)) return { is: 'name', name: text, beside: '' }
  const parts = text.split(separators).filter((part) => part !== '')
  const names = parts.filter((part) => isNameLike(part) && !isSituation(part))
  const [name] = names
  if (name !== undefined && names.length === 1)
    return { is: 'name', name, beside: parts.filter((part) => part !== name).join(' ') }
  return { is: parts.every(isNothingElse) ? 'situation' : 'unclear' }
}

function isSituation(text: string): boolean {
  return trouble.test(text) || whereabouts.test(text)
}

function isNameLike(part: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(part) && !/^(跟|随|与|和|由|父|母|爸|妈|双方)/u.test(part)
}

/** “父母已离异多年”: nothing in it could be a name. */
function isNothingElse(part: string): boolean {
  const rest = part.replace(new RegExp(`${trouble.source}|${whereabouts.source}`, 'gu'), '')
  return saysNobody(part) || aroundSituation.test(rest)
}
