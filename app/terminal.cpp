// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include <cstdio>

namespace seonchak {

void tell(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stderr);
}

bool print(const QByteArray &text)
{
    return std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout) == std::size_t(text.size()) &&
           std::fflush(stdout) == 0;
}

} // namespace seonchak
