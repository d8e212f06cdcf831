import { countPoints } from '../../interview/code-points.ts'
import { done, refuse, type Outcome } from '../../../kit/outcome.ts'
import { openPositions, plainTextOf } from './read-positions.ts'
import { type Notes, readNotes } from './read-notes.ts'
import type { LeftOut, RefiCode, RefiProject, RefiSelection, RefiSource } from './refi-project.ts'
import { attributeOf, childOf, childrenOf, wordsOf, type XmlNode } from './xml.ts'

export interface ReadProject {
  readonly project: RefiProject
  /** What has no place here, by name: nothing is dropped in silence. */
  readonly leftOut: readonly LeftOut[]
}

export interface ReadCodebook {
  readonly codes: readonly RefiCode[]
  readonly leftOut: readonly LeftOut[]
}

const understood = ['Users', 'CodeBook', 'Cases', 'Sources', 'Notes', 'Description', 'NoteRef']

/**
 * Reads `project.qde`, with the texts that `textOf` finds under `internal://` paths. Texts, codes, users, cases, passages and
 * their memos are taken; pictures, recordings, variables, sets, graphs and links are named in `leftOut`.
 */
export function readRefiProject(
  root: XmlNode,
  textOf: (path: string) => string | null,
): Outcome<ReadProject> {
  if (root.name !== 'Project') return refuse('RefiNotAProject', { element: root.name })
  const origin = attributeOf(root, 'origin')
  const notes = readNotes(root, textOf)
  const leftOut: LeftOut[] = root.children
    .filter(({ name }) => !understood.includes(name))
    .flatMap(nameInner)
  const book = readCodes(childOf(childOf(root, 'CodeBook'), 'Codes'), notes)
  const sources: RefiSource[] = []
  for (const node of childOf(root, 'Sources')?.children ?? []) {
    const read = node.name === 'TextSource' ? readSource(node, { origin, notes, textOf }) : null
    if (read === null) leftOut.push({ what: node.name, name: nameOf(node) })
    else {
      sources.push(read.source)
      leftOut.push(...read.leftOut)
    }
  }
  return done({
    project: {
      name: nameOf(root),
      origin,
      users: childrenOf(childOf(root, 'Users'), 'User').map((node) => ({
        guid: guidOf(node),
        name: nameOf(node),
      })),
      codes: book,
      cases: childrenOf(childOf(root, 'Cases'), 'Case').map((node) => ({
        guid: guidOf(node),
        name: nameOf(node),
        sourceGuids: childrenOf(node, 'SourceRef').map((ref) => targetOf(ref)),
      })),
      sources,
    },
    leftOut: [...leftOut, ...notes.unused()],
  })
}

/** Reads a `.qdc` codebook; one that stands within a project's file is read as well. */
export function readRefiCodebook(root: XmlNode): Outcome<ReadCodebook> {
  if (root.name !== 'CodeBook') return refuse('RefiNotACodebook', { element: root.name })
  return done({
    codes: readCodes(childOf(root, 'Codes'), null),
    leftOut: childrenOf(childOf(root, 'Sets'), 'Set').map((set) => ({
      what: 'Set',
      name: nameOf(set),
    })),
  })
}

/** A list of things nobody can place is named thing by thing. */
function nameInner(node: XmlNode): readonly LeftOut[] {
  return node.children.length === 0
    ? []
    : node.children.map((child) => ({ what: child.name, name: nameOf(child) }))
}

export function guidOf(node: XmlNode): string {
  return plainGuid(attributeOf(node, 'guid'))
}

function targetOf(node: XmlNode | undefined): string {
  return plainGuid(attributeOf(node, 'targetGUID'))
}

/** The same name whichever way a program writes it: in braces, in capital letters. */
function plainGuid(guid: string): string {
  return guid.replace(/^\{|\}$/g, '').toLowerCase()
}

function nameOf(node: XmlNode): string {
  return attributeOf(node, 'name')
}

function readCodes(list: XmlNode | undefined, notes: Notes | null): readonly RefiCode[] {
  const walk = (node: XmlNode, parentGuid: string | null): readonly RefiCode[] => {
    const colour = attributeOf(node, 'color')
    const code: RefiCode = {
      guid: guidOf(node),
      name: nameOf(node),
      parentGuid,
      codable: /^(true|1)$/.test(attributeOf(node, 'isCodable')),
      colour: sixDigits(colour),
      description: joinWords(wordsOf(node, 'Description'), notes?.wordsFor(node) ?? ''),
    }
    return [code, ...childrenOf(node, 'Code').flatMap((child) => walk(child, code.guid))]
  }
  return childrenOf(list, 'Code').flatMap((node) => walk(node, null))
}

/** A colour may be written with three digits as well. */
function sixDigits(colour: string): string {
  if (/^#[0-9a-fA-F]{3}$/.test(colour)) return colour.replace(/[0-9a-fA-F]/g, '$&$&')
  return /^#[0-9a-fA-F]{6}$/.test(colour) ? colour : ''
}

function joinWords(...words: readonly string[]): string {
  return words.filter((part) => part !== '').join('\n\n')
}

interface SourceSetting {
  readonly origin: string
  readonly notes: Notes
  readonly textOf: (path: string) => string | null
}

function readSource(
  node: XmlNode,
  { origin, notes, textOf }: SourceSetting,
): { readonly source: RefiSource; readonly leftOut: readonly LeftOut[] } | null {
  const raw = rawTextOf(node, textOf)
  if (raw === null) return null
  const text = plainTextOf(raw)
  const points = countPoints(text)
  const marked = [...childrenOf(node, 'PlainTextSelection'), ...notes.passagesOf(node)]
  const passages = marked.map((one) => ({
    from: Number(attributeOf(one, 'startPosition')),
    to: Number(attributeOf(one, 'endPosition')),
    name: nameOf(one),
  }))
  const place = openPositions(raw, passages, origin)
  const leftOut: LeftOut[] = childrenOf(node, 'VariableValue').map(() => ({
    what: 'VariableValue',
    name: nameOf(node),
  }))
  const selections: RefiSelection[] = []
  for (const one of marked) {
    const [from, to] = [
      place(Number(attributeOf(one, 'startPosition'))),
      place(Number(attributeOf(one, 'endPosition'))),
    ]
    const isThere = Number.isInteger(from) && from >= 0 && from < to && to <= points
    if (isThere) selections.push(readSelection(one, from, to, notes))
    else leftOut.push({ what: 'PlainTextSelection', name: nameOf(one) })
  }
  return {
    source: {
      guid: guidOf(node),
      name: nameOf(node),
      description: joinWords(wordsOf(node, 'Description'), notes.wordsFor(node)),
      text,
      selections: [...selections, ...wholeText(node, points)],
    },
    leftOut,
  }
}

function rawTextOf(node: XmlNode, textOf: (path: string) => string | null): string | null {
  const content = childOf(node, 'PlainTextContent')
  if (content !== undefined) return content.text
  const path = /^internal:\/+(.+)$/.exec(attributeOf(node, 'plainTextPath'))?.[1]
  return path === undefined ? null : textOf(path)
}

function readSelection(node: XmlNode, from: number, to: number, notes: Notes): RefiSelection {
  const userGuid = userOf(node)
  return {
    guid: guidOf(node),
    from,
    to,
    description: joinWords(wordsOf(node, 'Description'), notes.wordsFor(node)),
    userGuid,
    markedAt: attributeOf(node, 'creationDateTime') || attributeOf(node, 'modifiedDateTime'),
    codings: codingsOf(node, userGuid),
  }
}

/** A code given to a text as a whole is a mark over all of it. */
function wholeText(node: XmlNode, points: number): readonly RefiSelection[] {
  const userGuid = userOf(node)
  const codings = codingsOf(node, userGuid)
  if (codings.length === 0 || points === 0) return []
  const bare = { guid: '', from: 0, to: points, description: '', markedAt: '' }
  return [{ ...bare, userGuid, codings }]
}

function codingsOf(node: XmlNode, userGuid: string): RefiSelection['codings'] {
  return childrenOf(node, 'Coding').flatMap((coding) =>
    childrenOf(coding, 'CodeRef').map((ref) => ({
      guid: guidOf(coding),
      codeGuid: targetOf(ref),
      userGuid: userOf(coding) || userGuid,
    })),
  )
}

function userOf(node: XmlNode): string {
  return plainGuid(attributeOf(node, 'creatingUser') || attributeOf(node, 'modifyingUser'))
}
