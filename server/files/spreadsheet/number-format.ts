// Excel stores a date as a number; only the cell's number format says that it is one.

/** `digits`: a code such as 007, kept as a number but shown with leading zeros. */
export type NumberMeaning = 'number' | 'date' | 'time' | { readonly digits: number }

// Excel takes no longer format code.
const LONGEST_CODE = 255

/** Meaning of a built-in format id, including those that only Chinese Excel uses (27–36, 50–58). */
export function meaningOfBuiltIn(id: number): NumberMeaning {
  const times = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47
  if (times || id === 55 || id === 56) return 'time'
  const dates =
    (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return dates ? 'date' : 'number'
}

/** Meaning of a written format code such as `yyyy"年"m"月"d"日"`; elapsed time (`[h]:mm`) stays a number. */
export function meaningOfCode(code: string): NumberMeaning {
  const [positive = ''] = code.slice(0, LONGEST_CODE).split(';')
  if (/^0{2,20}$/.test(positive)) return { digits: positive.length }
  const bare = positive
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .toLowerCase()
  if (/\[(h+|m+|s+)\]/.test(bare)) return 'number'
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p|上午\/下午/g, '')
  if (/[yd]|aaa/.test(letters)) return 'date'
  if (/[hs]/.test(letters)) return 'time'
  return /m/.test(letters) ? 'date' : 'number'
}
