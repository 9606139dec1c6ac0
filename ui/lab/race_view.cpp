// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/race_view.h"

#include "ui/lab/race_words.h"
#include "ui/parts/theme.h"
#include "ui/parts/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace seonchak {

namespace {

constexpr int padding = 8;
constexpr int storeRows = 4;
constexpr int storeLines = 2;

QStringList textsOf(const QByteArrayList &codes)
{
    QStringList texts;
    for (const QByteArray &code : codes)
        texts << QString::fromUtf8(code);
    return texts;
}

QStringList textsOf(const QList<lab::RaceHolding> &holdings)
{
    QStringList texts;
    for (const auto &one : holdings)
        texts << QStringLiteral("%1 → %2").arg(one.user).arg(QString::fromUtf8(one.code));
    return texts;
}

QStringList linesOf(const lab::StoreView &view, int row)
{
    switch (row) {
    case 0:
        return textsOf(view.stock);
    case 1:
        return textsOf(view.pending);
    case 2:
        return textsOf(view.keys);
    default:
        return textsOf(view.rows);
    }
}

QString blockText(const lab::RaceStep &step, const lab::RaceLane &lane)
{
    if (step.kind == lab::RaceStep::Kind::Answered)
        return QStringLiteral("← %1").arg(lane.status);
    const QString name = QString::fromUtf8(step.name);
    return step.kind == lab::RaceStep::Kind::Waits ? QStringLiteral("… ") + name : name;
}

} // namespace

RaceView::RaceView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("raceView"));
    setAccessibleName(tr("Time axis of the race"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    measure();
}

void RaceView::show(const lab::RaceTrace &trace)
{
    m_trace = trace;
    m_findings = lab::findingsOf(trace);
    m_current = -1;
    measure();
    setCurrent(m_findings.isEmpty() ? 0 : std::max(0, m_findings.first().step));
}

/// Top of a row: the axis, the requests, the stores.
int RaceView::rowTop(int row) const
{
    int top = padding;
    for (int i = 0; i < row; ++i)
        top += rowHeight(i);
    return top;
}

int RaceView::rowHeight(int row) const
{
    if (row == 0)
        return 2 * lineHeight() + padding;
    return row <= 2 ? lineHeight() + 3 * padding : storeLines * lineHeight() + padding;
}

int RaceView::columnLeft(int step) const
{
    return m_names + step * m_column - horizontalScrollBar()->value();
}

int RaceView::fullWidth() const
{
    return m_names + int(m_trace.steps.size()) * m_column;
}

void RaceView::measure()
{
    const QFontMetrics metrics = fontMetrics();
    m_names = 0;
    for (const QString &name : {tr("Stock"), tr("Reserved"), tr("User keys"), tr("Rows in the book")})
        m_names = std::max(m_names, metrics.horizontalAdvance(name));
    for (int lane = 0; lane < int(m_trace.lanes.size()); ++lane)
        m_names = std::max(m_names, metrics.horizontalAdvance(RaceWords::lane(m_trace, lane)));
    m_names += 2 * padding;
    int widest = metrics.horizontalAdvance(QStringLiteral("1 → RACE-1"));
    for (const auto &step : std::as_const(m_trace.steps)) {
        widest =
            std::max(widest, metrics.horizontalAdvance(blockText(step, m_trace.lanes[step.lane])) + padding);
        for (int row = 0; row < storeRows; ++row) {
            for (const QString &line : linesOf(step.after, row))
                widest = std::max(widest, metrics.horizontalAdvance(line));
        }
    }
    const int steps = std::max(1, int(m_trace.steps.size()));
    m_column = std::max(widest + 2 * padding, (viewport()->width() - m_names) / steps);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_column);
    horizontalScrollBar()->setRange(0, std::max(0, fullWidth() - viewport()->width()));
    viewport()->update();
}

void RaceView::setCurrent(int step)
{
    const int kept = std::clamp(step, 0, std::max(0, int(m_trace.steps.size()) - 1));
    if (m_trace.steps.isEmpty() || kept == m_current)
        return;
    m_current = kept;
    auto *bar = horizontalScrollBar();
    const int left = kept * m_column;
    const int room = viewport()->width() - m_names;
    if (left < bar->value())
        bar->setValue(left);
    else if (left + m_column > bar->value() + room)
        bar->setValue(left + m_column - room);
    setAccessibleDescription(tr("Step %1 of %2. %3")
                                 .arg(kept + 1)
                                 .arg(m_trace.steps.size())
                                 .arg(RaceWords::sentence(m_trace, kept)));
    viewport()->update();
    Q_EMIT currentChanged(kept);
}

QSize RaceView::minimumSizeHint() const
{
    return {m_names + 3 * m_column,
            rowTop(storeRows + 3) + padding + horizontalScrollBar()->sizeHint().height()};
}

void RaceView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), theme::card(palette()));
    for (int step = 0; step < int(m_trace.steps.size()); ++step) {
        const QRect column(columnLeft(step), 0, m_column, viewport()->height());
        if (column.right() >= m_names && column.left() <= viewport()->width())
            paintStep(painter, step, column);
    }
    paintNames(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme::accent(palette()), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void RaceView::paintNames(QPainter &painter) const
{
    painter.fillRect(QRect(0, 0, m_names, viewport()->height()), theme::card(palette()));
    const QStringList names{tr("Step"),
                            m_trace.lanes.isEmpty() ? QString() : RaceWords::lane(m_trace, 0),
                            m_trace.lanes.size() < 2 ? QString() : RaceWords::lane(m_trace, 1),
                            tr("Stock"),
                            tr("Reserved"),
                            tr("User keys"),
                            tr("Rows in the book")};
    for (int row = 0; row < int(names.size()); ++row) {
        const bool isLane = row == 1 || row == 2;
        QFont bold = font();
        bold.setBold(isLane);
        painter.setFont(bold);
        painter.setPen(theme::colour(palette(), isLane ? theme::Tone::Plain : theme::Tone::Muted));
        const QRect where(padding, rowTop(row), m_names - padding, isLane ? rowHeight(row) : lineHeight());
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, names[row]);
        painter.setPen(theme::edge(palette()));
        painter.drawLine(0, rowTop(row) - padding / 2, viewport()->width(), rowTop(row) - padding / 2);
    }
    painter.setFont(font());
}

void RaceView::paintStep(QPainter &painter, int step, const QRect &column) const
{
    const auto tone = [this](theme::Tone one) { return theme::colour(palette(), one); };
    if (step == m_current)
        painter.fillRect(column, theme::mix(theme::accent(palette()), theme::card(palette()),
                                            theme::isDark(palette()) ? 0.3 : 0.1));
    QString mark;
    theme::Tone markTone = theme::Tone::Good;
    for (const auto &finding : m_findings) {
        if (finding.step != step || (!mark.isEmpty() && markTone == theme::Tone::Bad))
            continue;
        mark = finding.isFault() ? QStringLiteral(" ✗") : QStringLiteral(" ✓");
        markTone = finding.isFault() ? theme::Tone::Bad : theme::Tone::Good;
    }
    const QRect number(column.left(), rowTop(0), column.width(), lineHeight());
    QFont bold = font();
    bold.setBold(!mark.isEmpty());
    painter.setFont(bold);
    painter.setPen(tone(mark.isEmpty() ? theme::Tone::Plain : markTone));
    painter.drawText(number, Qt::AlignCenter, QString::number(step + 1) + mark);
    painter.setFont(font());
    painter.setPen(tone(theme::Tone::Muted));
    painter.drawText(number.translated(0, lineHeight()), Qt::AlignCenter,
                     tr("%1 ms").arg(Words::number(m_trace.steps[step].endedUs / 1000)));
    const int row = 1 + m_trace.steps[step].lane;
    painter.setPen(QPen(theme::edge(palette()), 2));
    for (int lane = 1; lane <= 2; ++lane) {
        const int y = rowTop(lane) + rowHeight(lane) / 2 - padding / 2;
        painter.drawLine(column.left(), y, column.right() + 1, y);
    }
    paintBlock(painter, step, QRect(column.left(), rowTop(row), column.width(), rowHeight(row) - padding));
    paintStores(painter, step, column);
}

void RaceView::paintBlock(QPainter &painter, int step, const QRect &cell) const
{
    const auto &one = m_trace.steps[step];
    const bool isFault = std::ranges::any_of(m_findings, [step](const lab::RaceFinding &finding) {
        return finding.step == step && finding.isFault();
    });
    QColor edge = theme::accent(palette());
    if (isFault)
        edge = theme::colour(palette(), theme::Tone::Bad);
    else if (one.kind == lab::RaceStep::Kind::Waits)
        edge = theme::colour(palette(), theme::Tone::Waiting);
    else if (one.kind == lab::RaceStep::Kind::Answered)
        edge = theme::colour(palette(), theme::Tone::Muted);
    const QRect block = cell.adjusted(padding / 2, 1, -padding / 2, -1);
    painter.setPen(QPen(edge, isFault || step == m_current ? 2.5 : 1.2,
                        one.kind == lab::RaceStep::Kind::Waits ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(theme::mix(edge, theme::card(palette()), theme::isDark(palette()) ? 0.22 : 0.1));
    painter.drawRoundedRect(block, 5, 5);
    painter.setPen(theme::colour(palette(), isFault ? theme::Tone::Bad : theme::Tone::Plain));
    painter.drawText(block, Qt::AlignCenter, blockText(one, m_trace.lanes[one.lane]));
}

void RaceView::paintStores(QPainter &painter, int step, const QRect &column) const
{
    const auto &before = m_trace.viewBefore(step);
    const auto &after = m_trace.steps[step].after;
    for (int row = 0; row < storeRows; ++row) {
        const QStringList lines = linesOf(after, row);
        const bool changed = lines != linesOf(before, row);
        QFont bold = font();
        bold.setBold(changed); // Seen without colours, too.
        painter.setFont(bold);
        painter.setPen(theme::colour(palette(), changed ? theme::Tone::Plain : theme::Tone::Muted));
        const QRect where(column.left(), rowTop(row + 3), column.width(), rowHeight(row + 3) - padding);
        painter.drawText(where, Qt::AlignHCenter | Qt::AlignTop,
                         lines.isEmpty() ? QStringLiteral("–") : lines.join(u'\n'));
    }
    painter.setFont(font());
}

void RaceView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void RaceView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(m_current - 1);
    case Qt::Key_Right:
        return setCurrent(m_current + 1);
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(int(m_trace.steps.size()) - 1);
    default:
        event->ignore(); // Space is the page's.
    }
}

void RaceView::mousePressEvent(QMouseEvent *event)
{
    const int x = int(event->position().x());
    if (x >= m_names && m_column > 0)
        setCurrent((x - m_names + horizontalScrollBar()->value()) / m_column);
}

void RaceView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

} // namespace seonchak
