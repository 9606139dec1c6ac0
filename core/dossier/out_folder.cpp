// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/out_folder.h"

#include "core/dossier/trouble.h"

#include <QDir>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace seonchak::dossier {

namespace {

constexpr std::size_t pieceSize = 512 * 1024;
const QString sumsName = QStringLiteral("SHA256SUMS");

/// Syncs the names of new files to the disk, too.
void syncFolder(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

} // namespace

OutFile::OutFile(const QString &path)
    : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        fail(m_file.errorString());
}

bool OutFile::flush()
{
    if (!m_trouble.isEmpty())
        return false;
    // A full disk accepts part of the data without an error; writing the rest reports it.
    QByteArrayView rest(m_waiting);
    while (!rest.isEmpty() && m_trouble.isEmpty()) {
        const qint64 taken = m_file.write(rest.data(), rest.size());
        if (taken <= 0)
            fail(m_file.errorString());
        else
            rest = rest.sliced(taken);
    }
    awaitHash();
    std::swap(m_waiting, m_hashed);
    m_waiting.clear();
    m_hashing = std::async(std::launch::async, [this] { m_hash.addData(QByteArrayView(m_hashed)); });
    return m_trouble.isEmpty();
}

/// Call it immediately after the failed call: it reads errno.
void OutFile::fail(const QString &words)
{
    m_full = errno == ENOSPC || errno == EDQUOT || m_file.error() == QFileDevice::ResourceError;
    m_trouble = words;
}

void OutFile::awaitHash()
{
    if (m_hashing.valid())
        m_hashing.get();
}

bool OutFile::add(std::string_view bytes)
{
    m_waiting += bytes;
    return m_waiting.size() < pieceSize ? m_trouble.isEmpty() : flush();
}

Result<void> OutFile::finish()
{
    if (flush() && ::fsync(m_file.handle()) != 0)
        fail(qt_error_string());
    m_file.close();
    awaitHash();
    if (m_trouble.isEmpty())
        return {};
    return failure(Trouble::Unavailable,
                   QStringLiteral("cannot write %1: %2").arg(m_file.fileName(), m_trouble),
                   {m_full ? diskFull : cannotWrite});
}

Result<OutFolder> OutFolder::take(const QString &path)
{
    const QFileInfo about(path);
    if (about.exists() && !about.isDir())
        return failure(Trouble::BadInput,
                       QStringLiteral("%1 is a file: name a new or an empty folder").arg(path),
                       {folderIsFile});
    if (about.exists()) {
        if (!QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
            return failure(
                Trouble::BadInput,
                QStringLiteral("%1 exists and is not empty: name a new or an empty folder").arg(path),
                {folderNotEmpty});
        return OutFolder(path, false);
    }
    if (!QDir().mkpath(path))
        return failure(Trouble::Unavailable,
                       QStringLiteral("cannot make the folder %1: %2").arg(path, qt_error_string()),
                       {cannotMakeFolder});
    return OutFolder(path, true);
}

OutFolder::OutFolder(OutFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_made(other.m_made)
    , m_sealed(other.m_sealed)
    , m_hashes(std::move(other.m_hashes))
{
}

OutFolder::~OutFolder()
{
    if (m_path.isEmpty() || m_sealed)
        return;
    for (auto one = m_hashes.keyBegin(); one != m_hashes.keyEnd(); ++one)
        QFile::remove(pathOf(*one));
    QFile::remove(pathOf(sumsName));
    if (m_made)
        QDir().rmdir(m_path);
}

Result<void> OutFolder::write(const QString &name, const std::function<Result<void>(OutFile &)> &fill)
{
    m_hashes[name] = {}; // removed as well if it is not completed
    OutFile file(pathOf(name));
    const auto filled = fill(file);
    const auto finished = file.finish();
    if (!filled || !finished)
        return filled ? finished : filled;
    m_hashes[name] = file.hash();
    return {};
}

Result<void> OutFolder::write(const QString &name, const QByteArray &bytes)
{
    return write(name, [&](OutFile &file) {
        file.add({bytes.constData(), std::size_t(bytes.size())});
        return Result<void>{};
    });
}

Result<void> OutFolder::seal()
{
    for (auto one = m_hashes.keyBegin(); one != m_hashes.keyEnd(); ++one) {
        if (!QFile::exists(pathOf(*one)))
            return failure(Trouble::Unavailable,
                           QStringLiteral("%1 was taken away while it was written").arg(pathOf(*one)),
                           {folderGone});
    }
    QByteArray sums;
    for (auto one = m_hashes.cbegin(); one != m_hashes.cend(); ++one)
        sums += one.value() + "  " + one.key().toUtf8() + '\n';
    syncFolder(m_path);
    OutFile file(pathOf(sumsName));
    file.add({sums.constData(), std::size_t(sums.size())});
    if (const auto finished = file.finish(); !finished)
        return finished;
    m_sealed = true;
    syncFolder(m_path);
    return {};
}

} // namespace seonchak::dossier
