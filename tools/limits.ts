// Size and strictness limits that Biome cannot check, or cannot say in the words of this house.
// Biome checks the rest (biome.json): any, non-null !, default exports, enums, namespaces,
// silenced types, file names, floating promises. The canaries: *.test.ts beside each file, lint.test.ts for Biome.
import { root } from './place.mjs'
import { applyExceptions, type Exception, reportFindings } from './findings.ts'
import { checkPurity } from './purity.ts'
import { checkSizes } from './sizes.ts'
import { type Finding, isCode, parseFile, readTextFiles, listFiles } from './sources.ts'
import { checkSyntax } from './syntax.ts'
import { checkNames, checkWords } from './words.ts'

const exceptions: readonly Exception[] = [
  {
    rule: 'machine-path',
    path: 'server/database/launcher/database-place.ts',
    reason: 'a unix socket path has at most 107 bytes and must be the same whatever TMPDIR says',
  },
  {
    rule: 'file-length',
    path: 'server/database/migrations/0002-kinds.sql',
    reason: 'written by a program from the declarations in core; nobody edits it',
  },
]

/** Every finding of every limit in the tree at `folder`. */
export function checkLimits(folder: string): Finding[] {
  const files = readTextFiles(folder)
  const code = files.filter(isCode).map(parseFile)
  return [
    ...listFiles(folder).flatMap(checkNames),
    ...files.flatMap(checkWords),
    ...files.flatMap(checkSizes),
    ...code.flatMap(checkSyntax),
    ...code.flatMap(checkPurity),
  ]
}

if (import.meta.main) reportFindings(applyExceptions(checkLimits(root), exceptions))
