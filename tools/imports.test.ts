import { describe, expect, test } from 'vitest'
import { type Canary, findIn, testCanaries } from './canary.ts'
import { checkImports } from './imports.ts'

const manifest = JSON.stringify({
  dependencies: { zod: '1', pg: '1', react: '1', '@noble/hashes': '1', '@stdlib/a': '1' },
  devDependencies: { docx: '1', '@types/pg': '1' },
})
const around = { 'package.json': manifest }

/** One import, a bad one and a good one, written in the same file. */
const swap = (rule: string, path: string, bad: string, good: string): Canary => ({
  rule,
  path,
  bad: `import '${bad}'\n`,
  good: `import '${good}'\n`,
})

describe('between the floors', () => {
  const canaries: Record<string, Canary> = {
    'statistics importing core': swap(
      'statistics-alone',
      'statistics/mean.ts',
      '../core/kit/ids.ts',
      './kit/sum.ts',
    ),
    'core importing server': swap(
      'core-alone',
      'core/kit/a.ts',
      '../../server/app/b.ts',
      '../../statistics/mean.ts',
    ),
    'core importing content': swap(
      'core-alone',
      'core/kit/a.ts',
      '../../content/texts/en/a.json',
      './b.ts',
    ),
    'server importing desk': swap('floors', 'server/app/a.ts', '../../desk/app/b.ts', './b.ts'),
    'desk importing server': swap(
      'floors',
      'desk/app/a.ts',
      '../../server/app/b.ts',
      '../../core/kit/b.ts',
    ),
    'desk importing family': swap(
      'floors',
      'desk/app/a.ts',
      '../../family/page.ts',
      '../../content/texts/en/a.json',
    ),
    'family importing desk': swap(
      'floors',
      'family/page.ts',
      '../desk/app/b.ts',
      '../core/kit/b.ts',
    ),
    'family importing server': swap('floors', 'family/page.ts', '../server/app/b.ts', './b.ts'),
    'a room of the server importing family': {
      ...swap('family-app', 'server/contact/a.ts', '../../family/page.ts', './b.ts'),
      goodPath: 'server/app/a.ts',
      good: "import '../../family/page.ts'\n",
    },
    'what ships importing testing': {
      ...swap('no-test-code', 'server/app/a.ts', '../../testing/people.ts', './b.ts'),
      goodPath: 'server/app/a.test.ts',
      good: "import '../../testing/people.ts'\n",
    },
    'what ships importing tools': swap(
      'no-test-code',
      'desk/app/a.ts',
      '../../tools/b.ts',
      './b.ts',
    ),
    'what ships importing a case file': {
      ...swap('no-test-code', 'statistics/a.ts', './cases/b.ts', './b.ts'),
      goodPath: 'statistics/a.test.ts',
      good: "import './cases/b.ts'\n",
    },
    'a test importing e2e': swap(
      'no-test-code',
      'server/app/a.test.ts',
      '../../e2e/b.ts',
      './b.ts',
    ),
    'tools importing the house': swap('tools-alone', 'tools/a.ts', '../core/kit/b.ts', './b.ts'),
    'a file outside the repository': swap('outside', 'server/app/a.ts', '../../../b.ts', './b.ts'),
  }
  testCanaries(canaries, checkImports, around)
})

describe('between the rooms', () => {
  const canaries: Record<string, Canary> = {
    'a room of core importing to the right': swap(
      'core-order',
      'core/families/a.ts',
      '../inquiry/b.ts',
      '../access/b.ts',
    ),
    'groupwork importing casework': swap(
      'core-order',
      'core/groupwork/a.ts',
      '../casework/b.ts',
      '../assessment/b.ts',
    ),
    'casework importing groupwork': swap(
      'core-order',
      'core/casework/a.ts',
      '../groupwork/b.ts',
      '../contact/b.ts',
    ),
    'kit importing anything of core': swap('core-order', 'core/kit/a.ts', '../sync/b.ts', './b.ts'),
    'a room of core that does not exist': {
      ...swap('core-order', 'core/people/a.ts', '../kit/b.ts', './b.ts'),
      goodPath: 'core/families/a.ts',
      good: "import '../kit/b.ts'\n",
    },
    'a room of core importing a file beside the rooms': {
      ...swap('core-order', 'core/kit/a.ts', '../all-kinds.ts', './b.ts'),
      goodPath: 'core/all-kinds.ts',
      good: "import './paperwork/b.ts'\n",
    },
    'a room of the server importing another': {
      ...swap('room-to-room', 'server/contact/a.ts', '../families/b.ts', '../database/b.ts'),
    },
    'a nounless folder of the server importing a room': {
      ...swap('room-to-room', 'server/database/a.ts', '../families/b.ts', './b.ts'),
      goodPath: 'server/app/a.ts',
      good: "import '../families/b.ts'\n",
    },
    'a room of the desk importing another': swap(
      'room-to-room',
      'desk/groupwork/a.tsx',
      '../families/b.tsx',
      '../kit/b.tsx',
    ),
    'a room importing app': swap(
      'app-on-top',
      'server/contact/a.ts',
      '../app/b.ts',
      '../../core/contact/b.ts',
    ),
    'a circle': {
      rule: 'no-cycles',
      path: 'core/kit/a.ts',
      bad: "import './a.ts'\n",
      good: "import type { A } from './a.ts'\n",
    },
  }
  testCanaries(canaries, checkImports, around)

  test('a circle over three files is named once', () => {
    const tree = {
      ...around,
      'core/kit/a.ts': "import './b.ts'\n",
      'core/kit/b.ts': "import './c.ts'\n",
      'core/kit/c.ts': "import './a.ts'\n",
    }
    expect(findIn(tree, checkImports)).toEqual(['no-cycles core/kit/c.ts:1'])
  })

  test('a diamond is not a circle', () => {
    const tree = {
      ...around,
      'core/kit/a.ts': "import './b.ts'\nimport './c.ts'\n",
      'core/kit/b.ts': "import './d.ts'\n",
      'core/kit/c.ts': "import './d.ts'\n",
      'core/kit/d.ts': '',
    }
    expect(findIn(tree, checkImports)).toEqual([])
  })
})

describe('however it is written, an import is an import', () => {
  const target = '../../server/app/b.ts'
  const canaries: Record<string, Canary> = Object.fromEntries(
    Object.entries({
      'an import type': `import type { A } from '${target}'\n`,
      'an export from': `export { A } from '${target}'\n`,
      'an export of everything': `export * from '${target}'\n`,
      'a dynamic import': `export const a = import('${target}')\n`,
      'a dynamic import with backticks': `export const a = import(\`${target}\`)\n`,
      'a type of the form import().A': `export type A = import('${target}').A\n`,
      'a require': `export const a = require('${target}')\n`,
      'a glob of Vite': `export const a = import.meta.glob('${target}')\n`,
      'a worker address': `export const a = new URL('${target}', import.meta.url)\n`,
    }).map(([name, bad]) => [
      name,
      { rule: 'floors', path: 'desk/app/a.ts', bad, good: bad.replace('server', 'core') },
    ]),
  )
  testCanaries(canaries, checkImports, around)

  test('what stands in a comment or a string is not an import', () => {
    const text = `// import '${target}'\nexport const a = "import '${target}'"\n`
    expect(findIn({ ...around, 'desk/app/a.ts': text }, checkImports)).toEqual([])
  })
})
