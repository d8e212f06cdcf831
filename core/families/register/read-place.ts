import { provinces } from './places.ts'

export type PlaceRead =
  | { readonly at: 'home' }
  /** `cut`: something finer than the city was written and is not kept (PR8). */
  | {
      readonly at: 'away'
      readonly province: string
      readonly city: string
      readonly cut: boolean
    }
  | { readonly at: 'unknown' }

const atHome =
  /^(在?家(务农)?|在家里|本村|本组|本地|本乡|本镇|务农|无|没有|未外出|不外出|否|at home|home|none|no)$/i
const provinceEnding = /^(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)/
const cityEnding = /^(市|地区|盟|[\u4e00-\u9fff]{0,8}自治州|州)/
const finerLatin =
  /\d|\b(street|st|road|rd|avenue|factory|building|room|no|company|co|ltd|district|town|village|park)\b/i

/** FAM-23: a work address as province and city, nothing finer. A place that is not recognised is not guessed. */
export function readPlace(text: string): PlaceRead {
  if (atHome.test(text)) return { at: 'home' }
  const plain = text.replace(/[\s,，、/·-]+/gu, '')
  return readHan(plain) ?? readLatin(text) ?? { at: 'unknown' }
}

function readHan(text: string): PlaceRead | null {
  const inCountry = text.replace(/^(中国|在)/, '')
  const province = provinces.find(({ name }) => inCountry.startsWith(name))
  if (province !== undefined) {
    const rest = inCountry.slice(province.name.length).replace(provinceEnding, '')
    const found = longestCity(province.cities, rest)
    const left = found === null ? rest : afterCity(rest, found)
    return { at: 'away', province: province.name, city: found ?? '', cut: left !== '' }
  }
  for (const { name, cities } of provinces) {
    const found = longestCity(cities, inCountry)
    if (found === null || /^[区县]/.test(inCountry.slice(found.length))) continue
    return { at: 'away', province: name, city: found, cut: afterCity(inCountry, found) !== '' }
  }
  return null
}

function longestCity(cities: readonly string[], text: string): string | null {
  const fitting = cities.filter((city) => text.startsWith(city))
  return fitting.slice().sort((left, right) => right.length - left.length)[0] ?? null
}

function afterCity(text: string, city: string): string {
  return text.slice(city.length).replace(cityEnding, '')
}

/** “Dongguan, Guangdong”: two words without anything finer; a longer address cannot be cut safely. */
function readLatin(text: string): PlaceRead | null {
  if (!/^[\p{Script=Latin}\s,.'-]*\p{Script=Latin}[\s,.'-]*$/u.test(text) || finerLatin.test(text))
    return null
  const parts = text.split(',').map((part) => part.trim())
  const [first = '', second] = parts
  if (parts.length > 2 || first === '' || parts.some((part) => part.length > 40)) return null
  return second === undefined
    ? { at: 'away', province: '', city: first, cut: false }
    : { at: 'away', province: second, city: first, cut: false }
}
