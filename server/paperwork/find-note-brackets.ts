import type { GuardedArchive } from '../files/archive/guard-archive.ts'
import { findParagraphs } from './find-paragraphs.ts'
import type { TemplatePlace } from './place-in-template.ts'

const notes = /^word\/(?:footnotes|endnotes)\.xml$/

/** Fields in footnotes and endnotes: the template library fills only the text, page heads and page feet, and prints these as they stand. */
export function findNoteBrackets(archive: GuardedArchive): Promise<readonly TemplatePlace[]> {
  return findParagraphs(archive, notes, (paragraph) => /[{}]/.test(paragraph))
}
