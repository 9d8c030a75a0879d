import type { TalkGuide } from '#shared/talks/contract.ts';
import { SignalList } from '#renderer/parts/signals/signal-list.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Heading, PersonName, Text } from '#renderer/ui/text.tsx';
import { talksTexts as texts } from './talks.nl.ts';
import classes from './talks.module.css';

/** What to have at hand: what is open, what to say, what is known. */
export function TalkGuideCards({
  guide,
  feasibleCents,
}: {
  readonly guide: TalkGuide;
  /** Of an inventory that was just filled in, or of one that is kept. */
  readonly feasibleCents: number | null;
}) {
  return (
    <>
      <Card title={texts.open}>
        <OpenPerSchool guide={guide} />
        <div className={classes['figures']}>
          <Facts
            rows={[
              { name: texts.paid, value: <Money cents={guide.paidCents} /> },
              { name: texts.credit, value: guide.creditCents > 0 ? <Money cents={guide.creditCents} /> : null },
              {
                name: texts.feasibleCents,
                value:
                  feasibleCents === null ? (
                    texts.feasibleUnknown
                  ) : (
                    <>
                      <Money cents={feasibleCents} strong /> {texts.perMonth}
                    </>
                  ),
              },
            ]}
          />
        </div>
      </Card>
      <Card title={texts.say}>
        <Sentences title={texts.opening} sentences={guide.opening} language={guide.language} />
        <Sentences title={texts.questions} sentences={guide.questions} language={guide.language} />
        <Sentences title={texts.offers} sentences={guide.offers} language={guide.language} />
      </Card>
      <Card title={texts.known}>
        {guide.facts.length === 0 && guide.signals.length === 0 ? <Text muted>{texts.nothingKnown}</Text> : null}
        {guide.facts.length > 0 ? (
          <ul className={classes['list']} aria-label={texts.known}>
            {guide.facts.map((fact) => (
              <li key={fact}>
                <PersonName>{fact}</PersonName>
              </li>
            ))}
          </ul>
        ) : null}
        {guide.signals.length > 0 ? <SignalList signals={guide.signals} withSteps={false} /> : null}
      </Card>
    </>
  );
}

function OpenPerSchool({ guide: { open, totalCents } }: { readonly guide: TalkGuide }) {
  if (open.length === 0) return <Text muted>{texts.nothingOpen}</Text>;
  return (
    <Table
      label={texts.open}
      rows={open}
      getKey={({ schoolId }) => schoolId}
      columns={[
        { id: 'school', header: texts.columns.school, cell: ({ schoolName }) => schoolName },
        {
          id: 'oldest',
          header: texts.columns.oldest,
          width: 140,
          cell: ({ oldestDueDate }) => (oldestDueDate === null ? null : <PlainDate date={oldestDueDate} />),
        },
        {
          id: 'due',
          header: texts.columns.due,
          align: 'right',
          width: 120,
          cell: ({ dueCents }) => <Money cents={dueCents} />,
        },
        {
          id: 'open',
          header: texts.columns.open,
          align: 'right',
          width: 120,
          cell: ({ openCents }) => <Money cents={openCents} />,
        },
      ]}
      footer={
        open.length > 1 ? (
          <tr>
            <td colSpan={3}>{texts.total}</td>
            <td style={{ textAlign: 'right' }}>
              <Money cents={totalCents} strong />
            </td>
          </tr>
        ) : null
      }
    />
  );
}

function Sentences({
  title,
  sentences,
  language,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly language: TalkGuide['language'];
}) {
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      <ul className={classes['list']} lang={language}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
