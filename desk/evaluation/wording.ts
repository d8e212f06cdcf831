import type { Wording } from '../../core/evaluation/write-numbers.ts'
import { currentLanguage, textOrNull } from '../kit/index.ts'

/** The words core writes sentences with, in the person's language. */
export function deskWording(): Wording {
  return { language: currentLanguage(), translate: (key, values) => textOrNull(key, values) ?? key }
}
