import { type Canary, testCanaries } from './canary.ts'
import { checkLimits } from './limits.ts'

// Put together here so that this file does not itself name what it forbids.
const work = `/${'work'}`
const todo = `TO${'DO'}`

const canaries: Record<string, Canary> = {
  'a folder called utils': { rule: 'vague-name', path: 'core/utils/a.ts', bad: '', good: '' },
  'a folder called helpers': {
    rule: 'vague-name',
    path: 'desk/kit/helpers/a.ts',
    bad: '',
    good: '',
  },
  'a folder called common': { rule: 'vague-name', path: 'server/common/a.sql', bad: '', good: '' },
  'a file called misc': { rule: 'vague-name', path: 'e2e/misc.ts', bad: '', good: '' },
  'a folder not in kebab-case': { rule: 'kebab-case', path: 'core/kitBox/a.ts', bad: '', good: '' },
  'a machine path': {
    rule: 'machine-path',
    bad: `export const a = '${work}/main'\n`,
    good: `export const a = 'desk${work}/main and /${'work'}shop'\n`,
  },
  'a machine path in a document': {
    rule: 'machine-path',
    path: 'docs/guide/a.md',
    bad: `see ${`/${'tmp'}`}/x\n`,
    good: 'see the temporary folder\n',
  },
  'a registry host': {
    rule: 'registry-host',
    path: '.npmrc',
    bad: `registry=https://registry.${'example'}.org\n`,
    good: 'fund=false\n',
  },
  'a locked download address': {
    rule: 'registry-host',
    path: 'package-lock.json',
    bad: `"resolved": "${'https'}://packages.example/a.tgz"\n`,
    good: '"integrity": "sha512-x"\n',
  },
  'work left open without a number': {
    rule: 'unnumbered-todo',
    bad: `// ${todo}: later\n`,
    good: `// ${todo}(#12): later\n`,
  },
}

testCanaries(canaries, checkLimits)
