// Memos stand in a list of their own; texts, passages and codes point at them. Some stand on a passage themselves.
import type { LeftOut } from './refi-project.ts'
import { attributeOf, childOf, childrenOf, wordsOf, type XmlNode } from './xml.ts'

export interface Notes {
  /** The words of the notes that an element points at, unless they stand on a passage of their own. */
  readonly wordsFor: (node: XmlNode) => string
  /** Passages that notes of a text stand on, written as passages with the note as their memo. */
  readonly passagesOf: (source: XmlNode) => readonly XmlNode[]
  /** Notes that nothing pointed at. */
  readonly unused: () => readonly LeftOut[]
}

/** The notes of a project. One on a passage that no text points at is the only text's, if there is one text alone. */
export function readNotes(root: XmlNode, textOf: (path: string) => string | null): Notes {
  const notes = new Map(
    childrenOf(childOf(root, 'Notes'), 'Note').map((node) => [guidOf(node), node]),
  )
  const used = new Set<string>()
  const texts = childrenOf(childOf(root, 'Sources'), 'TextSource')
  const pointedAt = (node: XmlNode): readonly XmlNode[] =>
    childrenOf(node, 'NoteRef').flatMap((ref) => {
      const guid = attributeOf(ref, 'targetGUID').toLowerCase()
      const note = notes.get(guid)
      if (note === undefined) return []
      used.add(guid)
      return [note]
    })
  return {
    wordsFor: (node) =>
      pointedAt(node)
        .filter((note) => childOf(note, 'PlainTextSelection') === undefined)
        .map((note) => noteWords(note, textOf))
        .join('\n\n'),
    passagesOf: (source) => {
      const own = pointedAt(source)
      const loose = texts.length === 1 ? [...notes.values()] : []
      const standing = [...new Set([...own, ...loose])].filter(
        (note) => childOf(note, 'PlainTextSelection') !== undefined,
      )
      for (const note of standing) used.add(guidOf(note))
      return standing.flatMap((note) => standOn(note, noteWords(note, textOf)))
    },
    unused: () =>
      [...notes.values()]
        .filter((note) => !used.has(guidOf(note)))
        .map((note) => ({ what: 'Note', name: attributeOf(note, 'name') })),
  }
}

function guidOf(node: XmlNode): string {
  return attributeOf(node, 'guid').toLowerCase()
}

function noteWords(note: XmlNode, textOf: (path: string) => string | null): string {
  const content = wordsOf(note, 'PlainTextContent')
  if (content !== '') return content
  const path = /^internal:\/+(.+)$/.exec(attributeOf(note, 'plainTextPath'))?.[1]
  const text = path === undefined ? null : textOf(path)
  return text ?? wordsOf(note, 'Description')
}

function standOn(note: XmlNode, words: string): readonly XmlNode[] {
  const passage = childOf(note, 'PlainTextSelection')
  if (passage === undefined) return []
  const { creatingUser = '', modifyingUser = '', creationDateTime = '' } = note.attributes
  return [
    {
      ...passage,
      attributes: {
        creatingUser,
        modifyingUser,
        creationDateTime,
        ...passage.attributes,
      },
      children: [{ name: 'Description', attributes: {}, children: [], text: words }],
    },
  ]
}
