import { type Canary, testCanaries } from './canary.ts'
import { checkLimits } from './limits.ts'

const canaries: Record<string, Canary> = {
  'a clock in core': {
    rule: 'pure-core',
    bad: 'export const a = Date.now()\n',
    good: 'export const a = deps.clock.now()\n',
  },
  'a new Date of now in core': {
    rule: 'pure-core',
    bad: 'export const a = new Date()\n',
    good: 'export const a = new Date(0)\n',
  },
  'dice in core': {
    rule: 'pure-core',
    bad: 'export const a = Math.random()\n',
    good: 'export const a = Math.round(1)\n',
  },
  'an ambient declaration in core': {
    rule: 'pure-core',
    bad: 'declare const process: { env: object }\n',
    good: 'const process = { env: {} }\nexport const a = process\n',
  },
  'a reference to types in core': {
    rule: 'pure-core',
    bad: `/// <${'reference'} types="node" />\n`,
    good: '// a reference to the manual\n',
  },
  'a global declaration in core': {
    rule: 'pure-core',
    bad: 'declare global { interface Window { a: string } }\n',
    good: 'export type Window = { a: string }\n',
  },
}

testCanaries(canaries, checkLimits)
