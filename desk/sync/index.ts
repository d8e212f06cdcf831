// What rooms use of the offline store. Everything else in this folder is the shell's business.
export { useRecord, useRecords } from './records.ts'
export type { LocalRecord, RecordMarks } from './typed-record-parse.ts'
export { type Act, useAct, useActor, useMay, useMayAct, useMayEver } from './use-act.ts'
export {
  useAccount,
  useAgency,
  useSender,
  useCourier,
  useFeed,
  useOnline,
  useOutbox,
  useToday,
} from './use-state-of-desk.ts'
export { useNoteRead, useReadLog } from './reads.ts'
export { useMakeLink } from './use-make-link.ts'
export { useSendFirst } from './use-send-first.ts'
export { useSendSoon } from './use-send-soon.ts'
export { useSurvey } from './surveys.ts'
export { type Slices, useSlices } from './use-slices.ts'
export { type KeptDraft, useKeptDraft } from './drafts.ts'
export { useKeptWords, useOpenText, useOpenWords } from './kept-words.ts'
export { type KeptForm, useKeptForm } from './kept-form.ts'
export { type RecordForm, useRecordForm } from './use-record-form.ts'
export { KeptText } from './kept-text.tsx'
export { useActInTurn } from './use-act-in-turn.ts'
export { takePaper } from './take-paper.ts'
export { useOwnTemplates } from './use-own-template.ts'
export { newId } from './clock.ts'
export { askServer, callServer, fetchFile, ServerTrouble } from './server.ts'
export { WaitingFileLines } from './waiting-file-lines.tsx'
export { sendFile } from './send-file.ts'
export { useKeepFile, useWaitingFiles, type WaitingFileState } from './use-waiting-files.ts'
export { SpokenPanel } from './spoken/spoken-panel.tsx'
export { SpokenPlay } from './spoken/spoken-play.tsx'
export { useSpokenKeeping, useSpokenOf } from './spoken/use-spoken.ts'
export { HandedOver, QuietButton } from './handed-over.tsx'
