import { slicePoints } from '../../interview/code-points.ts'
import type { RefiCode, RefiProject, RefiSelection, RefiSource } from './refi-project.ts'
import { writeElement, writeWords } from './xml.ts'

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const projectSpace = 'urn:QDA-XML:project:1.0'
const codebookSpace = 'urn:QDA-XML:codebook:1.0'
const instance = 'http://www.w3.org/2001/XMLSchema-instance'
/** A passage carries its words as its name, so far as a list of passages needs them. */
const mostNamed = 200

export interface RefiFiles {
  /** The content of `project.qde`. */
  readonly project: string
  /** Texts to lie in the archive's `sources` folder. */
  readonly sources: readonly { readonly path: string; readonly text: string }[]
}

/**
 * A project as `project.qde` and its texts. Every text lies in a file of its own and every passage has its day, because some
 * programs read nothing else; a passage that several marks share is written once.
 */
export function writeRefiProject(project: RefiProject, writtenAt: string): RefiFiles {
  const { name, origin, users, codes, cases, sources } = project
  const root = writeElement(
    'Project',
    {
      xmlns: projectSpace,
      'xmlns:xsi': instance,
      'xsi:schemaLocation': `${projectSpace} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd`,
      name,
      origin,
      creationDateTime: instantOf(writtenAt),
    },
    [
      listOf(
        'Users',
        users.map(({ guid, name: own }) => writeElement('User', { guid, name: own })),
      ),
      codes.length === 0
        ? ''
        : writeElement('CodeBook', {}, [writeElement('Codes', {}, writeCodes(codes, null))]),
      listOf(
        'Cases',
        cases.map((one) =>
          writeElement(
            'Case',
            { guid: one.guid, name: one.name },
            one.sourceGuids.map((targetGUID) => writeElement('SourceRef', { targetGUID })),
          ),
        ),
      ),
      listOf(
        'Sources',
        sources.map((source) => writeSource(source, writtenAt)),
      ),
    ],
  )
  return {
    project: head + root,
    sources: sources.map(({ guid, text }) => ({ path: `sources/${guid}.txt`, text })),
  }
}

/** A codebook alone, the content of a `.qdc` file. */
export function writeRefiCodebook(codes: readonly RefiCode[], origin: string): string {
  return (
    head +
    writeElement(
      'CodeBook',
      {
        xmlns: codebookSpace,
        'xmlns:xsi': instance,
        'xsi:schemaLocation': `${codebookSpace} Codebook.xsd`,
        origin,
      },
      [writeElement('Codes', {}, writeCodes(codes, null))],
    )
  )
}

function listOf(name: string, children: readonly string[]): string {
  return children.length === 0 ? '' : writeElement(name, {}, children)
}

function writeCodes(codes: readonly RefiCode[], parentGuid: string | null): readonly string[] {
  return codes
    .filter((code) => code.parentGuid === parentGuid)
    .map(({ guid, name, codable, colour, description }) =>
      writeElement('Code', { guid, name, isCodable: codable, color: colour }, [
        writeWords('Description', description),
        ...writeCodes(codes, guid),
      ]),
    )
}

function writeSource(
  { guid, name, description, text, selections }: RefiSource,
  at: string,
): string {
  return writeElement(
    'TextSource',
    { guid, name, plainTextPath: `internal://${guid}.txt`, creationDateTime: instantOf(at) },
    [
      writeWords('Description', description),
      ...selections.map((selection) => writeSelection(selection, text, at)),
    ],
  )
}

function writeSelection(selection: RefiSelection, text: string, at: string): string {
  const { guid, from, to, description, userGuid, markedAt, codings } = selection
  return writeElement(
    'PlainTextSelection',
    {
      guid,
      name: slicePoints(text, from, Math.min(to, from + mostNamed)),
      startPosition: from,
      endPosition: to,
      creatingUser: userGuid,
      creationDateTime: instantOf(markedAt === '' ? at : markedAt),
    },
    [
      writeWords('Description', description),
      ...codings.map((coding) =>
        writeElement('Coding', { guid: coding.guid, creatingUser: coding.userGuid }, [
          writeElement('CodeRef', { targetGUID: coding.codeGuid }),
        ]),
      ),
    ],
  )
}

/** Whole seconds: fractions trip some readers. */
function instantOf(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z')
}
