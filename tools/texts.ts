// Everything a person reads comes from content/texts, in zh-CN and in English, with the same keys.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportFindings } from './findings.ts'
import { root } from './place.mjs'
import { type Finding, listFiles, parseCode } from './sources.ts'
import { readTexts, type TextFile } from './text-files.ts'
import { comparePair } from './text-parity.ts'
import { findRefusalsWithoutText } from './refusal-texts.ts'
import { findMissingKeys } from './text-keys.ts'
import { findVisibleWords } from './visible-words.ts'

const languages = ['zh-CN', 'en'] as const

/** Unequal language files, texts written into screens and pages, keys that do not exist, and refusals that nobody put into words. */
export function checkTexts(folder: string): Finding[] {
  const names = new Set(
    listFiles(folder).flatMap((path) => {
      const found = /^content\/texts\/(?:zh-CN|en)\/(.+\.json)$/.exec(path)
      return found?.[1] === undefined ? [] : [found[1]]
    }),
  )
  const pairs = [...names].map((name) => languages.map((language) => read(folder, language, name)))
  const files = pairs.flat()
  const code = parseCode(folder)
  return [
    ...files.flatMap(({ findings }) => findings),
    ...pairs.flatMap(([zh, en]) => (zh && en ? comparePair(zh, en) : [])),
    ...code.flatMap(findVisibleWords),
    ...code.flatMap((file) => findMissingKeys(file, files)),
    ...code.flatMap((file) => findRefusalsWithoutText(file, files)),
  ]
}

function read(folder: string, language: 'zh-CN' | 'en', name: string): TextFile {
  const path = `content/texts/${language}/${name}`
  const namespace = name.replace(/\.json$/, '')
  try {
    return readTexts({ path, language, namespace, text: readFileSync(join(folder, path), 'utf8') })
  } catch {
    return readTexts({ path, language, namespace, text: '{}' })
  }
}

if (import.meta.main) reportFindings(checkTexts(root))
