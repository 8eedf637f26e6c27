import { useEffect, useRef } from 'react'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'

type Receiver = (files: FileGrant[], inFolders: FileGrant[]) => void

const receivers: Receiver[] = []

/**
 * Takes the files that are dropped on the window while the component is mounted, such as attachments of the record
 * that is open; the component mounted last wins. `inFolders`: the files inside dropped folders.
 */
export function useDroppedFiles(receive: Receiver, isEnabled = true): void {
  const latest = useRef(receive)
  useEffect(() => {
    latest.current = receive
  })
  useEffect(() => {
    if (!isEnabled) return undefined
    const receiver: Receiver = (files, inFolders) => latest.current(files, inFolders)
    receivers.push(receiver)
    return () => {
      receivers.splice(receivers.indexOf(receiver), 1)
    }
  }, [isEnabled])
}

/** Passes dropped files on: a workspace is opened, files go to the record that takes them, else a register is imported. */
export function receiveFiles(
  { files, inFolders }: { files: FileGrant[]; inFolders: FileGrant[] },
  otherwise: { openWorkspace: (file: FileGrant) => void; importRegister: (file: FileGrant) => void },
): void {
  const workspace = files.find((file) => file.name.toLowerCase().endsWith('.qosdiplom'))
  if (workspace !== undefined) return otherwise.openWorkspace(workspace)
  const receiver = receivers.at(-1)
  if (receiver !== undefined) return receiver(files, inFolders)
  const register = files.find((file) => /\.(xlsx|csv)$/i.test(file.name))
  return register === undefined ? undefined : otherwise.importRegister(register)
}
