// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"

#include "core/coupon/csv_codes.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <memory>

namespace seonchak {

/// A person's choices about a file; the rest is guessed.
struct ImportChoices
{
    std::optional<int> column;
    std::optional<bool> header;
    std::optional<CsvEncoding> encoding;
};

/// Imports a CSV file of codes: reads it on a worker thread, asks the book in slices which codes exist
/// already, then adds the valid ones in slices. Nothing is added before add(), and nothing is audited.
class ImportWork : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype sliceSize = mostCodesAsked;
    static constexpr int mostTries = 3; ///< of one slice, each without the codes that turned out to exist

    enum class Stage { Reading, Checking, Broken, Ready, Adding, Done };

    explicit ImportWork(const PageContext &context, QObject *parent = nullptr);
    ~ImportWork() override;

    /// Ignored while adding. A second reading ends the first.
    void read(const QString &path, const ImportChoices &choices = {});
    void add(bool push);
    /// Ends adding at the next slice; codes already added stay.
    void stop();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const CsvCodes &codes() const { return m_codes; }
    [[nodiscard]] const CsvFault &fault() const { return m_fault; }
    /// The refused codes of the file, and those that could not be added, in the order of lines.
    [[nodiscard]] const QList<RefusedCode> &refused() const { return m_refused; }
    /// How many of them were damaged by a spreadsheet.
    [[nodiscard]] qint64 damaged() const;
    [[nodiscard]] qint64 added() const { return m_added; }
    /// How many of the added ones are in the stock.
    [[nodiscard]] qint64 pushed() const { return m_pushed; }
    /// Why it is unknown which codes exist already.
    [[nodiscard]] const std::optional<Error> &unchecked() const { return m_unchecked; }
    /// Why adding ended early.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool wasStopped() const { return m_stop.stop_requested(); }
    /// Progress of the present stage, 0…1.
    [[nodiscard]] double share() const;

Q_SIGNALS:
    void changed();
    void progressed();

private:
    using Outcome = std::expected<CsvCodes, CsvFault>;
    static QCoro::Task<> runRead(QPointer<ImportWork> self, QString path, ImportChoices choices, int run);
    static QCoro::Task<> runCheck(QPointer<ImportWork> self, DeskPort &port, int run);
    static QCoro::Task<> runAdd(QPointer<ImportWork> self, DeskPort &port, bool push);
    void take(const Outcome &outcome);
    [[nodiscard]] QList<QByteArray> sliceAt(qsizetype at) const;
    void endCheck(const QSet<QByteArray> &taken);
    bool takeSlice(QList<ListedCode> &slice, const Result<Added> &result, int tries);
    void refuse(const ListedCode &code, CodeFault fault);
    void end(qsizetype next);
    void setStage(Stage stage);

    const PageContext m_context;
    Stage m_stage = Stage::Reading;
    CsvCodes m_codes;
    CsvFault m_fault;
    QList<RefusedCode> m_refused;
    std::optional<Error> m_unchecked;
    std::optional<Error> m_error;
    std::stop_source m_stop;
    std::shared_ptr<std::atomic<qint64>> m_bytes;
    QString m_file; ///< its name
    qint64 m_size = 0;
    qint64 m_added = 0;
    qint64 m_pushed = 0;
    qsizetype m_tried = 0;
    int m_run = 0;
    QTimer m_tick; ///< polls the worker's progress
};

} // namespace seonchak
