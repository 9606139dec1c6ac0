// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupons_page.h"

#include "ui/coupons/add_dialog.h"
#include "ui/coupons/coupon_acts.h"
#include "ui/coupons/coupon_search.h"
#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/export_work.h"
#include "ui/coupons/import_dialog.h"
#include "ui/coupons/list_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QItemSelectionModel>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableView>

namespace seonchak {

namespace {
}

void CouponsPage::connectAll()
{
    connect(m_search, &CouponSearch::changed, this, &CouponsPage::search);
    connect(m_add, &QPushButton::clicked, this, &CouponsPage::openAdd);
    connect(m_import, &QPushButton::clicked, this, &CouponsPage::importFile);
    connect(m_exportButton, &QPushButton::clicked, this, &CouponsPage::exportFile);
    connect(m_refresh, &QPushButton::clicked, this, &CouponsPage::refresh);
    connect(m_biography, &QPushButton::clicked, this, &CouponsPage::openBiography);
    connect(m_edit, &QPushButton::clicked, this, &CouponsPage::editCode);
    connect(m_copy, &QPushButton::clicked, this, &CouponsPage::copyCode);
    connect(m_void, &QPushButton::clicked, this, &CouponsPage::askToVoid);
    connect(m_stop, &QPushButton::clicked, m_export, &ExportWork::stop);
    connect(m_export, &ExportWork::progressed, this, [this](qint64 done, qint64 expected) {
        m_progress->setValue(expected > 0 ? int(double(done) / double(expected) * barSteps) : 0);
    });
    connect(m_export, &ExportWork::ended, this, [this](const QString &sentence, bool failed) {
        showExport(false);
        say(sentence, failed);
    });
    connect(m_acts, &CouponActs::said, this, &CouponsPage::say);
    connect(m_acts, &CouponActs::changed, this, [this](const Coupon &coupon) {
        m_model->pages().replace(coupon);
        showSelected();
    });
    connect(m_acts, &CouponActs::renameEnded, m_model, &CouponTableModel::endEdit);
    connect(&m_context.pulse, &Pulse::read, this, &CouponsPage::follow);
    connectTable();
}

void CouponsPage::connectTable()
{
    connect(m_model, &CouponTableModel::editAsked, m_acts, &CouponActs::rename);
    connect(&m_model->pages(), &CouponPages::counted, this, &CouponsPage::showCount);
    connect(&m_model->pages(), &CouponPages::failed, this, &CouponsPage::showFailure);
    connect(m_table, &QTableView::activated, this, &CouponsPage::openBiography);
    connect(m_state, &StatePanel::retryAsked, this, [this] {
        if (m_state->state() == StatePanel::State::Empty)
            m_search->clear();
        else
            refresh();
    });
    const auto *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &CouponsPage::showSelected);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CouponsPage::showSelected);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CouponsPage::showSelected);
}

void CouponsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void CouponsPage::refresh()
{
    if (!m_model->count())
        search();
    else
        m_model->pages().refresh();
}

void CouponsPage::search()
{
    say({}, false);
    m_count->setText(tr("Searching…"));
    m_model->pages().setFilter(m_search->filter());
}

void CouponsPage::showCount(qint64 count)
{
    if (std::exchange(m_stale, false))
        say({}, false); // What was said about an old list is no longer so.
    m_count->setText(m_search->isSet() ? tr("%1 coupons found").arg(Words::number(count))
                                       : tr("%1 coupons").arg(Words::number(count)));
    m_exportButton->setEnabled(count > 0 && !m_export->isAtWork());
    if (count > 0)
        return m_stack->setCurrentIndex(0);
    if (m_search->isSet())
        m_state->show(StatePanel::State::Empty, tr("Nothing matches"),
                      tr("No coupon is like this. Check the code's beginning, the user ID and the status."),
                      tr("Clear the search (Esc)"));
    else
        m_state->show(StatePanel::State::Empty, tr("There are no coupons yet"),
                      tr("Generate some on the dashboard, add codes you have, or import them from a CSV "
                         "file."));
    m_stack->setCurrentIndex(1);
}

void CouponsPage::showFailure(const Error &error)
{
    qWarning("the coupons could not be listed: %s", qUtf8Printable(error.detail));
    m_count->setText({});
    m_stale = true;
    if (m_model->rowCount() > 0)
        return say(tr("The list could not be read, so it may be old. %1").arg(Words::advice(error)), true);
    const bool away = error.trouble == Trouble::Unavailable;
    m_state->show(away ? StatePanel::State::Disconnected : StatePanel::State::Error,
                  away ? tr("The database is away") : tr("The list could not be read"), Words::advice(error),
                  tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void CouponsPage::follow(const Reading &reading)
{
    const bool away = reading.answered && !reading.status.databaseConnected;
    if (std::exchange(m_away, away) == away || !isVisible())
        return;
    if (!away)
        return refresh();
    m_stale = true;
    if (m_model->rowCount() > 0)
        return say(tr("The database is away. What you see is what was last known; it comes back by itself."),
                   true);
    m_state->show(StatePanel::State::Disconnected, tr("The database is away"),
                  tr("The list comes back by itself when the database does. Until then nothing can be "
                     "looked up or changed."),
                  tr("Try again"));
    m_stack->setCurrentIndex(1);
}

std::optional<Coupon> CouponsPage::selected() const
{
    const auto current = m_table->currentIndex();
    return current.isValid() ? m_model->coupon(current.row()) : std::nullopt;
}

void CouponsPage::showSelected()
{
    const auto coupon = selected();
    for (auto *button : {m_biography, m_edit, m_copy})
        button->setEnabled(coupon.has_value());
    m_void->setEnabled(coupon.has_value());
}

void CouponsPage::openBiography()
{
    if (const auto coupon = selected())
        Q_EMIT biographyAsked(coupon->code);
}

void CouponsPage::editCode()
{
    const auto coupon = selected();
    if (!coupon)
        return;
    if (const auto why = CouponActs::whyNotEdited(*coupon); !why.isEmpty())
        return say(tr("The code was not changed. %1").arg(why), true);
    const auto cell = m_model->index(m_table->currentIndex().row(), CouponTableModel::Code);
    m_table->setCurrentIndex(cell);
    m_table->setFocus();
    m_table->edit(cell);
}

void CouponsPage::copyCode()
{
    if (const auto coupon = selected())
        copyText(QString::fromUtf8(coupon->code), *m_copy);
}

void CouponsPage::askToVoid()
{
    const auto coupon = selected();
    if (!coupon)
        return;
    const QString code = ListWords::shown(coupon->code);
    if (const auto why = CouponActs::whyNotVoided(*coupon); !why.isEmpty())
        return say(tr("%1 was not voided. %2").arg(code, why), true);
    const SaleSign sale = m_context.port.sale();
    Question question;
    question.title = tr("Void the coupon %1?").arg(code);
    question.consequence =
        coupon->status == CouponStatus::Available
            ? tr("Takes it out of the stock: there is one coupon less for those who still come. A voided "
                 "coupon does not come back.")
            : tr("It waits to be pushed, and never will be. A voided coupon does not come back.");
    question.action = tr("Void this coupon");
    question.typed = sale.typed();
    m_context.asker.ask(this, question, [self = QPointer(this), coupon = *coupon](bool yes) {
        if (yes && self)
            self->m_acts->voidOne(coupon);
    });
}

void CouponsPage::openAdd()
{
    auto *dialog = new AddDialog(m_context.port, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddDialog::added, this, [this](qint64 count, qint64 pushed) {
        say(pushed >= count ? tr("%1 coupons were added and pushed into the stock.").arg(Words::number(count))
            : pushed == 0   ? tr("%1 coupons were added. They wait to be pushed.").arg(Words::number(count))
                            : tr("%1 coupons were added, %2 of them pushed. Push the others when Redis is "
                                   "back.")
                                .arg(Words::number(count), Words::number(pushed)),
            false);
        refresh();
    });
    dialog->open();
}

void CouponsPage::importFile()
{
    const auto chosen = [self = QPointer(this)](const QString &path) {
        if (!self || path.isEmpty())
            return;
        auto *dialog = new ImportDialog(self->m_context, path, self);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ImportDialog::added, self, &CouponsPage::refresh);
        dialog->open();
    };
    m_context.asker.openFile(this, tr("Import codes from CSV"), tr("CSV files (*.csv *.txt *.tsv)"), chosen);
}

void CouponsPage::exportFile()
{
    const auto chosen = [self = QPointer(this)](const QString &path) {
        if (!self || path.isEmpty())
            return;
        self->showExport(true);
        self->m_export->write(path, self->m_search->filter(), self->m_model->count().value_or(0));
    };
    m_context.asker.saveFile(this, tr("Export these coupons as CSV"), QStringLiteral("coupons.csv"),
                             tr("CSV files (*.csv *.txt *.tsv)"), chosen);
}

void CouponsPage::showExport(bool atWork)
{
    m_progress->setVisible(atWork);
    m_stop->setVisible(atWork);
    m_exportButton->setEnabled(!atWork && m_model->rowCount() > 0);
    if (atWork)
        say(tr("Writing the file…"), false);
}

void CouponsPage::say(const QString &sentence, bool failed)
{
    m_line->setTone(failed ? theme::Tone::Bad : theme::Tone::Plain);
    m_line->setText(sentence);
}

} // namespace seonchak
