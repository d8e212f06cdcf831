import type { GuardedArchive } from '../files/archive/guard-archive.ts'
import { findParagraphs } from './find-paragraphs.ts'
import type { TemplatePlace } from './place-in-template.ts'

const filledParts = /^word\/(document|header\d*|footer\d*)\.xml$/

/**
 * Paragraphs in which a curly bracket has no partner. The template library prints a field with half a bracket as it
 * stands, and nobody would notice before the report is read.
 */
export function findHalfBrackets(archive: GuardedArchive): Promise<readonly TemplatePlace[]> {
  return findParagraphs(archive, filledParts, hasHalf)
}

function hasHalf(paragraph: string): boolean {
  return /[{}]/.test(paragraph.replace(/\{[^{}]*\}/g, ''))
}
