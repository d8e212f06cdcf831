import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { SavVariable } from '../../kit/spss/sav-file.ts'

const mostBytes = 60
const reserved = /^(?:all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i

/**
 * Names that SPSS takes, each once: what people call a column may hold spaces, begin with a digit or come twice. The
 * label keeps the name as it was.
 */
export function nameOnce(variables: readonly SavVariable[]): readonly SavVariable[] {
  const taken = new Set<string>()
  return variables.map((variable) => {
    const plain = plainName(variable.name)
    let name = plain
    for (let nth = 2; taken.has(name.toLowerCase()); nth += 1) name = `${plain}_${nth}`
    taken.add(name.toLowerCase())
    return { ...variable, name }
  })
}

function plainName(wanted: string): string {
  const letters = wanted
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}_.@#$]+/gu, '_')
    .replace(/\.+$/u, '')
  const started = /^[\p{L}@]/u.test(letters) && !reserved.test(letters) ? letters : `v_${letters}`
  let name = ''
  for (const sign of started) {
    if (utf8ToBytes(name + sign).length > mostBytes) break
    name += sign
  }
  return name.replace(/\.+$/u, '')
}
