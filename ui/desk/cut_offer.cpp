// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cut_offer.h"

#include "ui/parts/action_button.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"
#include "ui/port/under_way.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace seonchak {

using Weight = ActionButton::Weight;
using theme::Tone;

namespace {

bool isAct(const CutAct &act, const char *action)
{
    return act.action == QLatin1String(action);
}

} // namespace

CutOffer::CutOffer(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_port(context.port)
    , m_asker(context.asker)
    , m_underWay(*context.underWay)
    , m_what(new ToneLabel(QStringLiteral("cutWhat"), this))
    , m_sentence(new ToneLabel(QStringLiteral("cutSentence"), this))
    , m_finish(new ActionButton(QStringLiteral("cutFinish"), tr("Finish"), {}, tr("Does what is left of it"),
                                Weight::Main, this))
    , m_keep(new ActionButton(QStringLiteral("cutKeep"), tr("Keep what exists"), {},
                              tr("What was done stays; the rest is not done"), Weight::Quiet, this))
    , m_void(new ActionButton(QStringLiteral("cutVoid"), tr("Void what exists…"), {},
                              tr("Voids the coupons of this act that are not issued"), Weight::Danger, this))
    , m_later(new ActionButton(QStringLiteral("cutLater"), tr("Later"), {},
                               tr("Changes nothing; it is offered again at the next start"), Weight::Quiet,
                               this))
{
    setObjectName(QStringLiteral("cutOffer"));
    layOut();
    connect(m_finish, &QPushButton::clicked, this, [this] { choose(CutChoice::Finish); });
    connect(m_keep, &QPushButton::clicked, this, [this] { choose(CutChoice::Keep); });
    connect(m_void, &QPushButton::clicked, this, [this] { choose(CutChoice::Void); });
    connect(m_later, &QPushButton::clicked, this, &CutOffer::later);
    m_timer.setSingleShot(true);
    m_timer.setInterval(periodMs);
    hide();
}

CutOffer::~CutOffer() = default;

void CutOffer::layOut()
{
    m_what->setScale(1.0, true);
    for (auto *label : {m_what, m_sentence})
        label->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_what);
    words->addWidget(m_sentence);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 9, 16, 9);
    row->setSpacing(10);
    row->addLayout(words, 1);
    for (auto *button : {m_finish, m_keep, m_void, m_later})
        row->addWidget(button);
}

void CutOffer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor fill = theme::colour(palette(), m_what->tone());
    fill.setAlpha(26);
    painter.fillRect(rect(), fill);
    fill.setAlpha(255);
    painter.fillRect(QRect(0, 0, 4, height()), fill);
}

/// Another server's act may be cut off at any time: it is looked for again and again.
void CutOffer::show(const Reading &reading)
{
    const bool able = reading.answered && !reading.silent && reading.status.databaseConnected;
    if (!able || m_looking || m_stage == Stage::AtWork || m_timer.isActive())
        return;
    m_looking = true;
    m_timer.start();
    look(this, m_port);
}

QCoro::Task<> CutOffer::look(QPointer<CutOffer> self, DeskPort &port)
{
    auto task = port.cutActs();
    const auto acts = co_await task;
    if (self)
        self->take(acts);
}

void CutOffer::take(const Result<QList<CutAct>> &acts)
{
    m_looking = false;
    if (!acts || m_stage == Stage::AtWork)
        return;
    for (const CutAct &act : *acts) {
        if (m_underWay.putOff.contains(act.id))
            continue;
        if (m_stage != Stage::Told && (m_stage == Stage::None || act != m_act))
            offer(act);
        return;
    }
    if (m_stage == Stage::Offered) // Another desk has decided.
        setStage(Stage::None);
}

QString CutOffer::whatOf(const CutAct &act)
{
    const QString made = Words::number(act.made);
    if (isAct(act, "generate"))
        return tr("Generating stopped after %1 of %2").arg(made, Words::number(act.total));
    if (isAct(act, "push"))
        return tr("Pushing into the stock stopped after %1").arg(made);
    if (isAct(act, "add"))
        return tr("Adding %1 coupons was cut off").arg(made);
    return tr("Voiding stopped after %1").arg(made);
}

QString CutOffer::sentenceOf(const CutAct &act)
{
    const QString begun = moment::day(act.begunAt);
    if (isAct(act, "generate"))
        return tr("It began at %1 and was cut off. These coupons exist. What is to become of them?")
            .arg(begun);
    if (isAct(act, "push"))
        return tr("It began at %1 and was cut off. These coupons are in the stock, others wait.").arg(begun);
    if (isAct(act, "add"))
        return tr("It began at %1. All are in the book, perhaps not all in the stock.").arg(begun);
    return tr("It began at %1 and was cut off. The others are not void.").arg(begun);
}

void CutOffer::offer(const CutAct &act)
{
    m_act = act;
    m_what->setTone(Tone::Waiting);
    m_sentence->setTone(Tone::Plain);
    m_what->setText(whatOf(act));
    m_sentence->setText(sentenceOf(act));
    const bool voids = isAct(act, "void");
    m_finish->setWords(voids ? tr("Void the rest…") : isAct(act, "add") ? tr("Push the rest") : tr("Finish"));
    m_finish->setWeight(voids ? Weight::Danger : Weight::Main);
    m_keep->setWords(voids ? tr("Keep the rest") : tr("Keep what exists"));
    setStage(Stage::Offered);
}

void CutOffer::setStage(Stage stage)
{
    m_stage = stage;
    const bool offered = stage == Stage::Offered;
    m_finish->setVisible(offered);
    m_keep->setVisible(offered);
    m_void->setVisible(offered && !isAct(m_act, "void"));
    m_later->setVisible(stage != Stage::None);
    m_later->setWords(offered ? tr("Later") : stage == Stage::AtWork ? tr("Stop") : tr("Close"));
    m_later->setHelp(offered ? tr("Changes nothing; it is offered again at the next start") : QString());
    setVisible(stage != Stage::None);
    update();
}

Question CutOffer::questionFor(CutChoice choice) const
{
    Question question;
    if (choice == CutChoice::Finish) {
        question.title = tr("Void the rest?");
        question.consequence =
            tr("Every coupon that is not issued is voided, for good. Those in flight stay.");
        question.action = tr("Void the rest");
    } else {
        question.title = tr("Void what exists?");
        question.consequence = tr("%1. Those that wait or are in the stock are voided, for good; those in "
                                  "flight or issued stay. The rest is not done.")
                                   .arg(whatOf(m_act));
        question.action = tr("Void what exists");
    }
    question.typed = m_port.sale().typed();
    return question;
}

void CutOffer::choose(CutChoice choice)
{
    const bool voids = choice == CutChoice::Void || (choice == CutChoice::Finish && isAct(m_act, "void"));
    if (!voids)
        return begin(choice);
    const QPointer<CutOffer> self(this);
    const QString id = m_act.id;
    m_asker.ask(window(), questionFor(choice), [self, choice, id](bool yes) {
        if (self && yes && self->m_stage == Stage::Offered && self->m_act.id == id)
            self->begin(choice);
    });
}

void CutOffer::begin(CutChoice choice)
{
    m_stop = {};
    const QPointer<CutOffer> self(this);
    const Work work{[self, choice](qint64 done) {
                        if (self && self->m_stage == Stage::AtWork)
                            self->m_sentence->setText(
                                (choice == CutChoice::Void ? tr("Voided so far: %1") : tr("Done so far: %1"))
                                    .arg(Words::number(done)));
                    },
                    m_stop.get_token()};
    m_sentence->setText(choice == CutChoice::Keep ? QString() : tr("Working…"));
    m_underWay.begin(this, tr("What was cut off is being settled."));
    setStage(Stage::AtWork);
    settle(this, m_port, m_act, choice, work);
}

QCoro::Task<> CutOffer::settle(QPointer<CutOffer> self, DeskPort &port, CutAct act, CutChoice choice,
                               Work work)
{
    auto task = port.settleCut(act.id, choice, work);
    const auto result = co_await task;
    Choice left = Choice::Made;
    if (!result || work.stop.stop_requested()) { // Only the book knows the result of the choice.
        auto looking = port.cutActs();
        const auto acts = co_await looking;
        const bool open = acts && std::ranges::find(*acts, act.id, &CutAct::id) != acts->end();
        left = !acts ? Choice::NotKnown : open ? Choice::Open : Choice::Made;
    }
    if (self)
        self->end(act, choice, result, left);
}

QString CutOffer::doneText(const CutAct &act, CutChoice choice, qint64 count)
{
    const QString many = Words::number(count);
    if (choice == CutChoice::Void || isAct(act, "void"))
        return choice == CutChoice::Keep ? tr("The rest was kept. Voided: %1.").arg(many)
                                         : tr("%1 coupons were voided.").arg(many);
    if (choice == CutChoice::Keep)
        return tr("%1 coupons were kept; the rest is not done.").arg(many);
    return isAct(act, "push") ? tr("Finished: %1 coupons were pushed into the stock.").arg(many)
                              : tr("Finished: there are %1 coupons by it now.").arg(many);
}

void CutOffer::end(const CutAct &act, CutChoice choice, const Result<qint64> &result, Choice left)
{
    setStage(Stage::Told);
    m_underWay.end(this);
    if (result && left == Choice::Made)
        return tell(Tone::Good, whatOf(act), doneText(act, choice, *result));
    if (result)
        return tell(Tone::Waiting, tr("Stopped"),
                    left == Choice::Open
                        ? tr("%1 so far. The choice is offered again.").arg(Words::number(*result))
                        : tr("%1 so far. The database does not say whether anything is left of it.")
                              .arg(Words::number(*result)));
    if (result.error().trouble == Trouble::Conflict && left == Choice::Made)
        return tell(Tone::Waiting, whatOf(act), tr("Somebody at another desk has decided about it."));
    if (result.error().trouble == Trouble::NotFound)
        return tell(Tone::Bad, whatOf(act),
                    tr("The book does not know what is left of it. Keep what exists, or choose coupons in "
                       "the list."));
    qWarning("an interrupted act could not be settled: %s", qUtf8Printable(result.error().detail));
    tell(Tone::Bad, whatOf(act), tr("It did not come to its end. %1").arg(Words::advice(result.error())));
}

void CutOffer::tell(Tone tone, const QString &what, const QString &sentence)
{
    m_what->setTone(tone);
    m_what->setText(what);
    m_sentence->setText(sentence);
    update();
}

void CutOffer::later()
{
    if (m_stage == Stage::AtWork) {
        m_stop.request_stop();
        return;
    }
    if (m_stage == Stage::Offered)
        m_underWay.putOff.insert(m_act.id);
    setStage(Stage::None);
    m_timer.stop(); // The next one, or what is offered again, need not wait.
}

} // namespace seonchak
