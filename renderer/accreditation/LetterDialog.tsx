import { Button, Group, Modal, SegmentedControl, Table, Text } from '@mantine/core'
import { IconCopy, IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Letter } from '../../shared/accreditation/accreditation.contract.ts'
import { languageSchema } from '../../shared/kernel/record.ts'
import { data, orpc, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import classes from './accreditation.module.css'

type LetterDialogProps = { readonly accreditationId: string; readonly onClose: () => void }

/** The letter to an agency about one conflict, in any of the languages: to read, to copy, to save as PDF. */
export function LetterDialog({ accreditationId, onClose }: LetterDialogProps) {
  const t = useText()
  const on = useToday()
  const [language, setLanguage] = useState(useLanguage())
  const request = { accreditationId, on, language }
  const letter = useQuery(orpc.accreditation.letter.queryOptions({ input: request }))

  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    notifyDone(t('accreditation:letter.copied'))
  }
  const save = async () => {
    const suggestedName = `${t('accreditation:letter.fileName')}-${language}.pdf`
    const to = await shell.chooseTarget({ purpose: 'pdf', suggestedName })
    if (to === null) return
    await data.accreditation.saveLetter({ ...request, to })
    notifyDone(t('accreditation:letter.saved'))
  }

  return (
    <Modal opened onClose={onClose} size="xl" title={t('accreditation:letter.title')}>
      <Group justify="space-between" mb="md">
        <SegmentedControl
          aria-label={t('accreditation:letter.language')}
          value={language}
          onChange={(value) => setLanguage(languageSchema.parse(value))}
          data={languageSchema.options.map((value) => ({
            value,
            label: t(`accreditation:letter.in.${value}`),
          }))}
        />
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            disabled={letter.data === undefined}
            onClick={() => void copy(letter.data?.text ?? '').catch(notifyRefusal)}
          >
            {t('common:action.copy')}
          </Button>
          <Button
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            disabled={letter.data === undefined}
            onClick={() => void save().catch(notifyRefusal)}
          >
            {t('accreditation:letter.savePdf')}
          </Button>
        </Group>
      </Group>
      {letter.error === null ? null : <ErrorNotice error={letter.error} />}
      {letter.data === undefined ? null : <LetterText letter={letter.data} language={language} />}
    </Modal>
  )
}

function LetterText({ letter, language }: { readonly letter: Letter; readonly language: string }) {
  return (
    <article lang={language} className={classes.letter}>
      <Text ta="right">{letter.to}</Text>
      <Text ta="right" c="dimmed" mb="md">
        {letter.dateLine}
      </Text>
      <Text fw={700} mb="sm">
        {letter.title}
      </Text>
      {letter.paragraphs.map((paragraph) => (
        <Text key={paragraph} mb="sm">
          {paragraph}
        </Text>
      ))}
      <Table mb="sm" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            {letter.header.map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {letter.rows.map((cells) => (
            <Table.Tr key={cells[0]}>
              {cells.map((cell, index) => (
                <Table.Td key={letter.header[index]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {letter.closing.map((line) => (
        <Text key={line} mb="sm">
          {line}
        </Text>
      ))}
    </article>
  )
}
