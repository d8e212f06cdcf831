// Numbers, duty and what to do, packed with the program: they are needed most where there is no network.
import { parse } from 'yaml'
import { type Both, type Guidance, guidanceShape } from '../../core/safety/guidance.ts'
import { currentLanguage } from '../kit/index.ts'
import source from '../../content/safety/guidance.yaml?raw'

export const guidance: Guidance = guidanceShape.parse(parse(source))

export function say(words: Both): string {
  return words[currentLanguage()]
}
