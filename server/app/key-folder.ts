// The folder of the master keys: one in force, one that is about to be, and those that were. None is ever deleted here:
// copies of the database that are older than a change open with the key they were wrapped with, found by its id.
import { createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

const keyBytes = 32

/** The world says no: the key at hand is not the one that the database was sealed with. */
export class KeyTrouble extends Error {
  override readonly name = 'KeyTrouble'
}

/** Sixteen letters by which a master key is called; they say nothing about it. */
export function masterKeyId(key: Buffer): string {
  return createHmac('sha256', key).update('kiteline master key id').digest('hex').slice(0, 16)
}

/** Opens or makes the master key: readable by one user. Of two who make it at the same moment both get the same. */
export function openMasterKey(file: string): Buffer {
  if (!existsSync(file)) makeMasterKey(file)
  return readKey(file)
}

function readKey(file: string): Buffer {
  const key = readFileSync(file)
  if (key.length !== keyBytes)
    throw new KeyTrouble(
      `密钥文件 ${file} 已损坏：请从备份中恢复；没有它，受保护的内容无法读取。\nThe key file ${file} is damaged: restore it from a backup; without it the protected fields cannot be read.`,
    )
  return key
}

/** Whole or not at all; a link never replaces, so whoever comes second keeps the first one's key. */
function makeMasterKey(file: string): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  const handle = openSync(unfinished, 'wx', 0o600)
  writeSync(handle, randomBytes(keyBytes))
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(unfinished, file)
  } catch (trouble) {
    if (!existsSync(file)) throw trouble
  } finally {
    rmSync(unfinished)
  }
  syncFolder(folder)
}

/** A name must survive a power cut before anything is sealed with the key. Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const nextFile = (file: string): string => `${file}.next`
const retiredFolder = (file: string): string => join(dirname(file), 'retired')
const retiredFile = (file: string, id: string): string => join(retiredFolder(file), `${id}.key`)

/** The key that a change is about to bring in; one that an interrupted change left is taken again. */
export function openNextKey(file: string): Buffer {
  return openMasterKey(nextFile(file))
}

/** By its id, wherever in the folder it lies; null where there is none. */
export function findMasterKey(file: string, id: string): Buffer | null {
  const found = listKeyFiles(file).find((one) => masterKeyId(readKey(one)) === id)
  return found === undefined ? null : readKey(found)
}

function listKeyFiles(file: string): readonly string[] {
  const retired = retiredFolder(file)
  const old = existsSync(retired) ? readdirSync(retired).map((name) => join(retired, name)) : []
  return [file, nextFile(file), ...old].filter((one) => existsSync(one))
}

/**
 * Puts the key with this id where the one in force lies; the one that lies there goes to the others. Under the lock,
 * which several starts may share: whoever comes second finds it done.
 */
export function settleKeyFiles(file: string, id: string): void {
  try {
    moveIntoForce(file, id)
  } catch (trouble) {
    if (!existsSync(file) || masterKeyId(readKey(file)) !== id) throw trouble
  }
}

function moveIntoForce(file: string, id: string): void {
  const wanted = listKeyFiles(file).find((one) => masterKeyId(readKey(one)) === id)
  if (wanted === undefined || wanted === file) return
  const replaced = masterKeyId(openMasterKey(file))
  mkdirSync(retiredFolder(file), { recursive: true, mode: 0o700 })
  // A second name first: at no moment the key that is replaced has none.
  const kept = retiredFile(file, replaced)
  if (!existsSync(kept)) linkSync(file, kept)
  syncFolder(retiredFolder(file))
  renameSync(wanted, file)
  syncFolder(dirname(file))
}

/** The ids of the keys that are not in force any more. */
export function listRetired(file: string): readonly string[] {
  const folder = retiredFolder(file)
  return existsSync(folder) ? readdirSync(folder).map((name) => basename(name, '.key')) : []
}
