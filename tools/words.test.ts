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
  'a second word for a file that is frozen': {
    rule: 'other-word',
    path: 'content/texts/zh-CN/rights.json',
    bad: '{ "now": "档案已封存" }\n',
    good: '{ "now": "档案已冻结" }\n',
  },
  'a second word for looking up in need': {
    rule: 'other-word',
    path: 'docs/guide/a.zh-CN.md',
    bad: '紧急查看要写明原因\n',
    good: '紧急查阅要写明原因，没有紧急情况请查看名单\n',
  },
  'a second word for the second factor': {
    rule: 'other-word',
    path: 'README.zh-CN.md',
    bad: '开启两步登录\n',
    good: '开启两步验证\n',
  },
  'a second word for the record check': {
    rule: 'other-word',
    path: 'testing/paperwork/papers/a.yaml',
    bad: 'title: 准入查询\n',
    good: 'title: 无犯罪记录查询\n',
  },
}

testCanaries(canaries, checkLimits)
