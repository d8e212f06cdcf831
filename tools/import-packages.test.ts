import { type Canary, testCanaries } from './canary.ts'
import { checkImports } from './imports.ts'

const manifest = JSON.stringify({
  dependencies: { zod: '1', pg: '1', react: '1', '@stdlib/a': '1', 'ml-matrix': '1' },
  devDependencies: { docx: '1', vitest: '1' },
})

const swap = (rule: string, path: string, bad: string, good: string): Canary => ({
  rule,
  path,
  bad: `import '${bad}'\n`,
  good: `import '${good}'\n`,
})

const canaries: Record<string, Canary> = {
  'core importing node:fs': swap('floor-packages', 'core/kit/a.ts', 'node:fs', 'zod'),
  'core importing fs': swap('floor-packages', 'core/kit/a.ts', 'fs', 'zod'),
  'core importing react': swap('floor-packages', 'core/kit/a.ts', 'react', 'zod/v4'),
  'statistics importing zod': swap('floor-packages', 'statistics/a.ts', 'zod', '@stdlib/a'),
  'statistics importing node:fs': swap('floor-packages', 'statistics/a.ts', 'node:fs', 'ml-matrix'),
  'the family script importing a package': {
    ...swap('floor-packages', 'family/script/a.ts', 'zod', './b.ts'),
  },
  'a family page importing react': swap('floor-packages', 'family/a.ts', 'react', 'zod'),
  'the desk importing node:path': swap('desk-browser', 'desk/app/a.ts', 'node:path', 'react'),
  'the desk importing path': swap('desk-browser', 'desk/app/a.ts', 'path', 'react'),
  'the desk importing pg': swap('desk-browser', 'desk/app/a.ts', 'pg', 'react'),
  'what ships importing a devDependency': {
    ...swap('dev-package', 'server/app/a.ts', 'docx', 'pg'),
  },
  'what ships importing a devDependency, not a test': {
    ...swap('dev-package', 'server/app/a.ts', 'docx', 'docx'),
    goodPath: 'server/app/a.test.ts',
  },
  'a package that is not in package.json': {
    ...swap('undeclared-package', 'server/app/a.ts', 'left-pad', 'pg'),
  },
  'a plain tool importing a package': swap('tools-plain', 'tools/a.mjs', 'zod', 'node:fs'),
  'an import nobody can judge': {
    rule: 'computed-import',
    path: 'core/kit/a.ts',
    bad: 'export const a = import(name)\n',
    good: "export const a = import('./b.ts')\n",
  },
}

testCanaries(canaries, checkImports, { 'package.json': manifest })
