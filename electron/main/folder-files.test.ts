import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesInFolder, sortDropped } from './folder-files.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-folder-'))
  mkdirSync(join(folder, 'ішкі', 'тағы'), { recursive: true })
  for (const name of [
    'б.pdf',
    'а.pdf',
    '.hidden',
    '~$draft.docx',
    'Thumbs.db',
    'ішкі/в.pdf',
    'ішкі/тағы/г.pdf',
  ])
    writeFileSync(join(folder, name), name)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const names = (limit = 100) => filesInFolder(folder, limit).map((path) => relative(folder, path))

describe('the files of a folder', () => {
  it('are those of the folders in it, too, without what the system keeps there', () => {
    expect(names()).toEqual(['а.pdf', 'б.pdf', join('ішкі', 'в.pdf'), join('ішкі', 'тағы', 'г.pdf')])
  })

  it('are not more than asked for', () => {
    expect(names(2)).toEqual(['а.pdf', 'б.pdf'])
  })

  it('do not lead out of the folder', () => {
    symlinkSync(tmpdir(), join(folder, 'out'))
    expect(names()).toHaveLength(4)
  })

  it('are none where nothing can be read', () => {
    expect(filesInFolder(join(folder, 'gone'), 10)).toEqual([])
  })
})

it('tells dropped files from dropped folders', () => {
  const file = join(folder, 'а.pdf')
  expect(sortDropped([file, folder, join(folder, 'gone')])).toEqual({ files: [file], folders: [folder] })
})
