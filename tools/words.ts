// Limits on names and on words in any readable file.
import type { Finding, SourceFile } from './sources.ts'

const vagueNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc'])
const floors = /^(statistics|core|server|desk|family|testing|e2e|bench|tools)\//

type WordRule = { rule: string; pattern: RegExp; where: RegExp; message: string }

const wordRules: readonly WordRule[] = [
  {
    rule: 'machine-path',
    pattern:
      /(?<![\w.$}*-])(?:\/(?:work|tmp|root)(?![\w-])|\/(?:home|Users)\/\w+|[A-Z]:\\\\?Users)/,
    where: /./,
    message: 'This path exists on one machine only: make it relative, or ask the system for it.',
  },
  {
    rule: 'registry-host',
    pattern:
      /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\bnpm[m]irror\b|\bnpmjs\.(?:org|com)\b|"resolved": "htt[p]/i,
    where: /./,
    message: 'Name no package registry: each machine has its own.',
  },
  {
    rule: 'unnumbered-todo',
    pattern: /\b(?:TO[D]O|FIX[M]E)\b(?!\(#\d+\))/,
    where: /\.(ts|tsx|js|mjs|css|sql|sh|html)$|^\.ci\//,
    message: 'Work left open needs the number of its issue in brackets: (#12).',
  },
  {
    rule: 'other-word',
    pattern:
      /封存|紧急(?:查看|访问|打开|调阅)|两步登录|双(?:重|因素)验证|二次验证|(?:准入|从业|入职)查询/,
    // What forms called their fields before has to be known to fill old templates.
    where:
      /^(?!core\/paperwork\/former-names\.ts$)(?:(?:content|core|desk|docs|family|server|testing\/paperwork)\/|README)/,
    message: 'One thing has one word: 冻结, 紧急查阅, 两步验证, 无犯罪记录查询 (GLOSSARY.md).',
  },
]

/** Machine paths, registry hosts, TODOs without a number, and a second word for what has one, in any readable file. */
export function checkWords({ path, text }: SourceFile): Finding[] {
  return text
    .split('\n')
    .flatMap((content, index) =>
      wordRules
        .filter(({ pattern, where }) => where.test(path) && pattern.test(content))
        .map(({ rule, message }) => ({ path, line: index + 1, rule, message, level: 'error' })),
    )
}

/** Folder names on our floors: kebab-case, and none that says nothing. */
export function checkNames(path: string): Finding[] {
  if (!floors.test(path)) return []
  const folders = path.split('/').slice(0, -1)
  const stem = (path.split('/').at(-1) ?? '').replace(/\..*$/, '')
  const say = (rule: string, message: string): Finding => ({
    path,
    line: 1,
    rule,
    message,
    level: 'error',
  })
  const vague = [...folders, stem].filter((name) => vagueNames.has(name))
  const uneven = folders.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
  return [
    ...vague.map((name) =>
      say('vague-name', `"${name}" says nothing: name the one thing it is about.`),
    ),
    ...uneven.map((name) => say('kebab-case', `Folder "${name}": write it in kebab-case.`)),
  ]
}
